/**
 * Questions about how artifacts are connected: walks from artifacts to what they were made from and
 * to what was made from them, shortest paths, common ancestors, and counts of what is downstream.
 *
 * <p>Each does a bounded amount of work: it stops at a depth, at a number of artifacts or of
 * relations looked at, and then says which limit stopped it and where. What it answers, and in
 * which order, depends on the snapshot and the question alone.
 */
package dev.clade.lineage.graph.walk;
