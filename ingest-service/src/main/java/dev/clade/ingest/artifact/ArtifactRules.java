package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;

/** The rules that a record must keep to become an artifact. */
public final class ArtifactRules {
  /** Most characters of a tag; the longest of the Hub's 2024 models has 1,246. */
  public static final int LONGEST_TAG = 4_096;

  /** Most tags; the Hub's 2024 models have up to 4,046. */
  public static final int MOST_TAGS = 10_000;

  /** Most files; repositories of the Hub have up to 100,000. */
  public static final int MOST_FILES = 200_000;

  /** Most characters of a card's metadata. */
  public static final int LONGEST_CARD_DATA = 1_000_000;

  private ArtifactRules() {}

  /**
   * Returns the artifact that a record declares.
   *
   * @throws RefusedRecordException when the record breaks a rule; it names the first one
   */
  public static Artifact artifactOf(DeclaredArtifact declared) throws RefusedRecordException {
    FieldRules.checkIdentifier("id", declared.id);
    Instant createTime = FieldRules.time("created_at", declared.createdAt);
    FieldRules.checkCount("downloads", declared.downloads);
    FieldRules.checkCount("likes", declared.likes);
    String task = FieldRules.word("pipeline_tag", declared.task);
    String library = FieldRules.word("library_name", declared.library);
    FieldRules.checkList("tags", declared.tags, LONGEST_TAG, MOST_TAGS);
    FieldRules.checkList("license", declared.licenses, FieldRules.LONGEST_WORD, MOST_TAGS);
    TagReader read = TagReader.read(declared);
    return new Artifact(
        declared.kind.collection() + declared.id,
        createTime,
        declared.downloads,
        declared.likes,
        task.isEmpty() ? read.task() : task,
        library,
        read.licenses(),
        read.languages(),
        declared.tags,
        read.relations(),
        hubState(declared),
        content(declared, read));
  }

  private static HubState hubState(DeclaredArtifact declared) throws RefusedRecordException {
    Availability availability = availability(declared);
    return new HubState(
        FieldRules.word("_id", declared.hubId),
        FieldRules.time("last_modified", declared.modifiedAt),
        FieldRules.word("sha", declared.revision),
        availability,
        availability == Availability.DELETED
            ? FieldRules.time("removed_at", declared.removedAt)
            : null,
        List.of(),
        "");
  }

  private static Availability availability(DeclaredArtifact declared) {
    if (declared.removed) {
      return Availability.DELETED;
    }
    if (declared.withheld) {
      return Availability.WITHHELD;
    }
    if (declared.gated == null) {
      return Availability.UNKNOWN;
    }
    return declared.gated ? Availability.GATED : Availability.PUBLIC;
  }

  private static Content content(DeclaredArtifact declared, TagReader read)
      throws RefusedRecordException {
    FieldRules.checkCount("parameters", declared.parameters);
    FieldRules.checkList("formats", declared.formats, FieldRules.LONGEST_WORD, MOST_TAGS);
    FieldRules.checkList("siblings", declared.files, LONGEST_TAG, MOST_FILES);
    return new Content(
        declared.parameters,
        read.formats(declared.formats),
        declared.files,
        FieldRules.text("cardData", declared.cardData, LONGEST_CARD_DATA));
  }
}
