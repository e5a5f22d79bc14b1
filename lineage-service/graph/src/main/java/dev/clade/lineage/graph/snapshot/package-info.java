/**
 * The graph at one position of the feed, as immutable arrays in both directions.
 *
 * <p>Nodes are numbered in the order of their names, so the same set of records gives the same
 * numbers whatever the order in which they came, and comparing numbers compares names. {@link
 * dev.clade.lineage.graph.snapshot.SnapshotBuilder} states how declared names find their artifacts,
 * and builds the arrays anew or lays few changes over them; {@link
 * dev.clade.lineage.graph.snapshot.GraphSnapshot} is what any number of readers share, and does not
 * tell the one from the other.
 */
package dev.clade.lineage.graph.snapshot;
