/**
 * What analyses share to describe counted things.
 *
 * <p>The studies describe the same kind of numbers, namely how many there are of something, by
 * mean, standard deviation, mode and quartiles. A {@link
 * dev.clade.lineage.ecosystem.statistics.Distribution} computes these exactly, from how often each
 * number occurs; a {@link dev.clade.lineage.ecosystem.statistics.Summary} describes the column of a
 * whole hub, skewness included, in floating point.
 */
package dev.clade.lineage.ecosystem.statistics;
