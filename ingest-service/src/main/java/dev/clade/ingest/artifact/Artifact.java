package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;

/**
 * A hub's artifact as one record of a file declares it, after validation by {@link ArtifactRules}.
 *
 * @param name resource name, such as {@code models/openai-community/gpt2}
 * @param createTime when the hub says that it was created, to the microsecond; null when unknown
 * @param downloadCount downloads as the hub counts them, at least 0
 * @param likeCount likes, at least 0
 * @param task task, such as {@code text-generation}; empty when unknown
 * @param library library, such as {@code transformers}; empty when unknown
 * @param licenses license identifiers in the order declared, without repeats
 * @param languages ISO 639-1 codes in the order declared, without repeats
 * @param tags every tag as the hub gave it
 * @param relations what it was made from, in the order declared, without repeats
 */
public record Artifact(
    String name,
    Instant createTime,
    long downloadCount,
    long likeCount,
    String task,
    String library,
    List<String> licenses,
    List<String> languages,
    List<String> tags,
    List<Relation> relations) {

  /** Takes unmodifiable copies of the lists. */
  public Artifact {
    licenses = List.copyOf(licenses);
    languages = List.copyOf(languages);
    tags = List.copyOf(tags);
    relations = List.copyOf(relations);
  }
}
