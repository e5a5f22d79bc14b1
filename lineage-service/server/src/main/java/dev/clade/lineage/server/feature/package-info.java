/**
 * Feature sets: what is known of all repositories at one moment, as a file of records.
 *
 * <p>{@link dev.clade.lineage.server.feature.FeatureSets} is what callers ask. Whoever is free
 * makes a set that was asked for, under a lease; of what a server that ended has begun nothing is
 * used. Records are put together from streams that the catalogue sends one after the other, each in
 * the order of names: all but the last are put aside as files, so that a hub never has to be in
 * memory.
 */
package dev.clade.lineage.server.feature;
