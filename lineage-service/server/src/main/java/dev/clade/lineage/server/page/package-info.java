/**
 * Where a page of a walk, or of what is said of its relations, ends and the next one goes on.
 *
 * <p>The position is a key of the answer's order rather than a count, so that a page goes on at the
 * right place when the graph has changed since the page before.
 */
package dev.clade.lineage.server.page;
