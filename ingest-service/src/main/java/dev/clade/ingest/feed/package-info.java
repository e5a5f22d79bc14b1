/**
 * The ordered feed of the catalogue's changes.
 *
 * <p>{@link dev.clade.ingest.feed.FeedHead} watches how far the feed is, once for the whole
 * instance; {@link dev.clade.ingest.feed.ChangeFeed} replays it from any place and then follows.
 * Nothing is pushed: a reader that is slow or gone costs no memory.
 */
package dev.clade.ingest.feed;
