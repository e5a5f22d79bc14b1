/** Small graphs for tests, written as text, and random ones with an oracle beside them. */
package dev.clade.lineage.graph.testing;
