/** Checks on a real hub's table, with figures counted by other means than this code. */
package dev.clade.lineage.graph.hub;
