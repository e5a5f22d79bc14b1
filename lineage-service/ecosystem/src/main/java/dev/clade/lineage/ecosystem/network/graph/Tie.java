package dev.clade.lineage.ecosystem.network.graph;

/**
 * Two nodes that are tied.
 *
 * @param left the one of smaller number
 * @param right the other
 * @param weight of their edge, at least 1
 */
public record Tie(int left, int right, int weight) {}
