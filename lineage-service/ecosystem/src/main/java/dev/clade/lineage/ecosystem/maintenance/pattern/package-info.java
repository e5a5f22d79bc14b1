/**
 * Rules that are data: tables of patterns, each with the category that it speaks for.
 *
 * <p>A table that ships says of every pattern why it is there, so that a reader can doubt it. The
 * patterns use what the regular expressions of Java and Python have in common over ASCII, so that
 * other programs can count by the same table.
 */
package dev.clade.lineage.ecosystem.maintenance.pattern;
