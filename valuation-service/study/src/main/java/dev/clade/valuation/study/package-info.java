/**
 * The program that tells whether values are right: it values contributors whose worth is known
 * beforehand, by every coalition where that can be paid for, and compares cheaper ways with it.
 *
 * <p>Its experiments answer in reports with checks of what they claim. They are seeded: the same
 * images and seed give the same tables on machines of one kind, whatever the number of threads, and
 * a program that was killed goes on where it was.
 */
package dev.clade.valuation.study;
