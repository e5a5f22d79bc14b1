/**
 * The records on disk, so that a restart reads them and then only the tail of the feed.
 *
 * <p>The file is a copy: whatever is wrong with it costs the time to read the whole feed, never an
 * answer. It is written beside the old one and put in its place in one step, so that a killed
 * server leaves a whole one.
 */
package dev.clade.lineage.server.checkpoint;
