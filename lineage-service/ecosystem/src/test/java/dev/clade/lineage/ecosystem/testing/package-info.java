/** Small graphs for tests, written as text, and random ones; and what other programs answered. */
package dev.clade.lineage.ecosystem.testing;
