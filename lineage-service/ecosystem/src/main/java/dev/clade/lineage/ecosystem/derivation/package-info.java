/**
 * The graph that studies of hubs analyse: which model was derived from which.
 *
 * <p>A snapshot has artifacts of every kind and, between two of them, as many relations as were
 * declared or inferred. The studies have models only, at most one edge from one to another and
 * nothing inferred; that graph is made here once, for all analyses.
 */
package dev.clade.lineage.ecosystem.derivation;
