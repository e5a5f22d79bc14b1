/**
 * Weighted graphs in primitive arrays, directed and undirected.
 *
 * <p>Nodes are numbers from 0 on; what they stand for, the caller knows. Edges lie in compressed
 * sparse rows, 8 bytes an edge and direction, sorted, so that every walk over them has one order
 * and every result is the same on each run. Self-loops are kept apart from ties, because the
 * measures of a collaboration network leave them out.
 */
package dev.clade.lineage.ecosystem.network.graph;
