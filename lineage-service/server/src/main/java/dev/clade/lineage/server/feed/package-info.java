/**
 * Follows the catalogue's feed of changes and applies them to the graph.
 *
 * <p>Everything that changes the graph happens on one thread of {@link
 * dev.clade.lineage.server.feed.FeedFollower}. A lost connection is tried again with growing pauses
 * and goes on after the last change applied; a feed that is behind the graph, because the
 * catalogue's database was restored, makes it start over.
 */
package dev.clade.lineage.server.feed;
