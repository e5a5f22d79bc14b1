/**
 * What the catalogue's records say, in a table that changes with the feed.
 *
 * <p>Every name is kept once: sorted and front-coded, or, when it came lately, in pages of bytes;
 * snapshots read the same bytes. Declarations lie in one log of integers. One writer changes the
 * table; readers of snapshots never see it. {@link dev.clade.lineage.graph.record.RecordFile}
 * writes it to a stream and reads it back.
 */
package dev.clade.lineage.graph.record;
