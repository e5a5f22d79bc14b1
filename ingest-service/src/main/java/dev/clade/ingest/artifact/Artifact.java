package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A hub's artifact as one record declares it, after validation by {@link ArtifactRules}, or as the
 * catalogue holds it.
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
 * @param hub how the hub keeps it
 * @param content what it contains
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
    List<Relation> relations,
    HubState hub,
    Content content)
    implements HubRecord {

  /** Takes unmodifiable copies of the lists. */
  public Artifact {
    licenses = List.copyOf(licenses);
    languages = List.copyOf(languages);
    tags = List.copyOf(tags);
    relations = List.copyOf(relations);
  }

  /**
   * Returns this artifact with what its record does not tell taken from what was known. Every
   * source tells tags, counts and what follows from them; those are never taken from before.
   *
   * @param seen when this record was true: since then a changed availability is known
   */
  public Artifact over(Artifact before, Instant seen) {
    return new Artifact(
        name,
        createTime == null ? before.createTime : createTime,
        downloadCount,
        likeCount,
        task,
        library,
        licenses,
        languages,
        tags,
        relations,
        hub.over(before.hub, seen),
        content.over(before.content));
  }

  /** Returns this artifact, kept by the hub in another way. */
  public Artifact with(HubState state) {
    return new Artifact(
        name,
        createTime,
        downloadCount,
        likeCount,
        task,
        library,
        licenses,
        languages,
        tags,
        relations,
        state,
        content);
  }

  /** Returns whether another artifact says the same but for the counts, which always move. */
  public boolean sameButCounts(Artifact other) {
    return name.equals(other.name)
        && Objects.equals(createTime, other.createTime)
        && task.equals(other.task)
        && library.equals(other.library)
        && licenses.equals(other.licenses)
        && languages.equals(other.languages)
        && tags.equals(other.tags)
        && relations.equals(other.relations)
        && hub.equals(other.hub)
        && content.equals(other.content);
  }

  /** Returns whether another artifact has the same counts. */
  public boolean sameCounts(Artifact other) {
    return downloadCount == other.downloadCount && likeCount == other.likeCount;
  }
}
