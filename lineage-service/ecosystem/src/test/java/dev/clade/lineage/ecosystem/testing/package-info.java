/** Small graphs for tests, written as text, and random ones. */
package dev.clade.lineage.ecosystem.testing;
