/**
 * How a file is made safe against damage: it is written in chunks with a checksum each, so that
 * nothing is made of bytes that were not written so.
 *
 * <p>What is in the file is others' business, such as {@link
 * dev.clade.lineage.graph.record.RecordFile}'s; where it is, is nobody's here: there are only
 * streams.
 */
package dev.clade.lineage.graph.file;
