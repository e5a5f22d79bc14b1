/**
 * Where single nodes are in a network: centralities, and whether ties are returned more in some
 * positions than in others.
 *
 * <p>All positions are those among tied nodes, because an isolate has none. What is computed on
 * several threads is cut into the same blocks however many there are and added up in one order, so
 * results are equal to the last bit.
 */
package dev.clade.lineage.ecosystem.network.position;
