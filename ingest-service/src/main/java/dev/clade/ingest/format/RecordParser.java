package dev.clade.ingest.format;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.RefusedRecordException;

/** Makes artifacts of the lines of one format. Not for use by several threads. */
public interface RecordParser {

  /**
   * Returns the artifact that a line declares.
   *
   * @param line a whole line without its terminator
   * @throws RefusedRecordException when the line breaks a rule
   */
  Artifact parse(byte[] line) throws RefusedRecordException;
}
