/**
 * Reads files of hub metadata: bytes to lines, lines to artifacts.
 *
 * <p>{@link dev.clade.ingest.format.RecordFile} opens a file, compressed or not, at a checkpoint
 * and hands out {@link dev.clade.ingest.format.Line}s of bounded length; a {@link
 * dev.clade.ingest.format.RecordParser} makes an artifact of each or says why not. Nothing here
 * knows of databases or services, and whatever a file contains, memory stays bounded.
 */
package dev.clade.ingest.format;
