package dev.clade.ingest.format;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.RefusedRecordException;

/** Tells what the records of one format say. Not for use by several threads. */
public interface RecordParser {

  /**
   * Returns what reads the records of a format that are JSON objects, either in the file or, of a
   * dump, as SQL makes them.
   *
   * @param kind what the records describe, where they do not tell it
   * @throws IllegalArgumentException when the format's records are none
   */
  static RecordParser ofJson(FileFormat format, ArtifactKind kind) {
    return switch (format) {
      case JSONL, HUB_STATS, PEATMOSS -> new JsonRecordParser(kind);
      case HF_COMMUNITY -> new CommunityRecordParser(kind);
      case TSV -> throw new IllegalArgumentException("the records of tables are no JSON");
    };
  }

  /**
   * Returns what a record tells.
   *
   * @param record a whole record, of a line without its terminator
   * @throws RefusedRecordException when the record breaks a rule
   */
  HubRecord parse(byte[] record) throws RefusedRecordException;
}
