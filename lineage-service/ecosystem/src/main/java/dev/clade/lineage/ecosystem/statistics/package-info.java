/**
 * What analyses share to describe counted things.
 *
 * <p>The studies describe the same kind of numbers, namely how many there are of something, by
 * mean, standard deviation, mode and quartiles. These are computed here once and exactly, from how
 * often each number occurs.
 */
package dev.clade.lineage.ecosystem.statistics;
