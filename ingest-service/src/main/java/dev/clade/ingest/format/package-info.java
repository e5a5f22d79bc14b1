/**
 * Reads files of hub metadata: bytes to records, records to artifacts.
 *
 * <p>{@link dev.clade.ingest.format.Records} opens a file at a checkpoint and hands out {@link
 * dev.clade.ingest.format.Line}s of bounded length; a {@link dev.clade.ingest.format.RecordParser}
 * tells what each says, or why it is refused. Files of lines are read here, for the sake of
 * byte-exact quarantine and checkpoints that can be reached by skipping bytes ({@link
 * dev.clade.ingest.format.RecordFile}); the published dumps are read by DuckDB, whose SQL brings
 * each into the form of the hub's list API ({@link dev.clade.ingest.format.DuckDbRecords}). Nothing
 * here knows of the catalogue's database or of services, and whatever a file contains, memory stays
 * bounded.
 */
package dev.clade.ingest.format;
