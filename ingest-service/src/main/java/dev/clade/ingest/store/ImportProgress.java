package dev.clade.ingest.store;

/**
 * How far a source is read.
 *
 * @param phase what is being read, for people; empty for a file
 * @param readBytes bytes read of the stored file; 0 for a hub
 * @param expectedRecords records that there probably are; 0 when nobody knows
 * @param requests requests made to a hub so far
 */
public record ImportProgress(String phase, long readBytes, long expectedRecords, long requests) {

  /** Returns the progress of a file. */
  public static ImportProgress ofFile(long readBytes) {
    return new ImportProgress("", readBytes, 0, 0);
  }
}
