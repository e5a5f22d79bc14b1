/**
 * Tables that come with Clade and say what a word of the hub belongs to.
 *
 * <p>What is a fact about the hub and not a rule is data: a table of words, what each stands for
 * and where that was read. A word that is not in its table is unknown, never guessed. {@link
 * dev.clade.lineage.ecosystem.reference.TableRow} reads the lines of every such table.
 */
package dev.clade.lineage.ecosystem.reference;
