package dev.clade.ingest.format;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The records of a file, open for reading. Not for use by several threads. */
public interface Records extends Closeable {

  /** Bytes kept of a record that is longer than the limit. */
  int KEPT_OF_LONGER_RECORD = 64 * 1024;

  /**
   * Opens a file at a checkpoint.
   *
   * @param kind what the records describe, where they do not tell it
   * @param longestRecord most bytes of a record, at least {@link #KEPT_OF_LONGER_RECORD}; longer
   *     ones are handed out incomplete
   * @param checkpoint what {@link #checkpoint} returned; empty for the beginning
   * @throws UnreadableFileException when the file does not fit the format
   */
  static Records open(
      Path path, FileFormat format, ArtifactKind kind, int longestRecord, String checkpoint)
      throws IOException {
    return switch (format) {
      case JSONL, TSV ->
          RecordFile.open(path, format, kind, longestRecord, Checkpoint.ofText(checkpoint));
      case HUB_STATS, HF_COMMUNITY, PEATMOSS ->
          DuckDbRecords.open(path, format, kind, longestRecord, checkpoint);
    };
  }

  /**
   * Returns the next record, or null at the end.
   *
   * @throws UnreadableFileException when the file is damaged
   */
  Line next() throws IOException;

  /**
   * Returns what a record tells.
   *
   * @throws RefusedRecordException when the record breaks a rule
   */
  HubRecord parse(Line record) throws RefusedRecordException;

  /** Returns the header line that a record cannot be read without; empty when there is none. */
  default Optional<byte[]> header() {
    return Optional.empty();
  }

  /** Returns where reading stands: behind the last record returned. */
  String checkpoint();

  /** Returns the bytes read of the file as it is stored. */
  long readBytes();
}
