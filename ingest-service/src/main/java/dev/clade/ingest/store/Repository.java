package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of an artifact but its relations, and how much of what. Counts are empty where they
 * were never fetched.
 *
 * @param createTime when the hub says that it was created; null when unknown
 * @param bytes of all of its files
 * @param card of its text; of length 0 when it was looked for in vain
 */
public record Repository(
    String name,
    Availability availability,
    Instant createTime,
    long downloads,
    long likes,
    String task,
    String library,
    List<String> licenses,
    List<String> languages,
    List<String> tags,
    OptionalLong commits,
    OptionalLong contributors,
    OptionalLong discussions,
    OptionalLong bytes,
    Optional<CardFacts> card) {
  /**
   * What counts of a card's text.
   *
   * @param length in characters
   * @param automatic whether it says that it was generated automatically
   */
  public record CardFacts(long length, boolean automatic) {}
}
