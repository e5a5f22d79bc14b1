package dev.clade.ingest.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far a crawl is.
 *
 * @param scope what it reads
 * @param began when it began, by the hub's clock, as ISO 8601
 * @param step name of the step that it is in
 * @param cursor where in the step; empty at its beginning
 * @param place items or pages read in the step
 * @param records records read in all, which numbers those that are refused
 */
@RegisterForReflection
record CrawlCheckpoint(
    CrawlScope scope, String began, String step, String cursor, long place, long records) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static CrawlCheckpoint ofText(String text) {
    try {
      return JSON.readValue(text, CrawlCheckpoint.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored checkpoint is damaged: " + text, e);
    }
  }

  String toText() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers can be written", e);
    }
  }

  /** Returns the checkpoint further on in the step. */
  CrawlCheckpoint at(String newCursor, int recordsRead) {
    return new CrawlCheckpoint(scope, began, step, newCursor, place + 1, records + recordsRead);
  }

  /** Returns the checkpoint at the beginning of another step. */
  CrawlCheckpoint before(String nextStep) {
    return new CrawlCheckpoint(scope, began, nextStep, "", 0, records);
  }
}
