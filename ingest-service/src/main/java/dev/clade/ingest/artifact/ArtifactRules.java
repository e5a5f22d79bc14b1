package dev.clade.ingest.artifact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The rules that a record must keep to become an artifact. */
public final class ArtifactRules {
  /** Most characters of a task, a library or a license. */
  public static final int LONGEST_WORD = 256;

  /** Most characters of a tag; the longest of the Hub's 2024 models has 1,246. */
  public static final int LONGEST_TAG = 4_096;

  /** Most tags; the Hub's 2024 models have up to 4,046. */
  public static final int MOST_TAGS = 10_000;

  /** Most files; repositories of the Hub have up to 100,000. */
  public static final int MOST_FILES = 200_000;

  /** Most characters of a card's metadata. */
  public static final int LONGEST_CARD_DATA = 1_000_000;

  /** The unit separator, U+001F, which no text may contain, so that lists can be joined by it. */
  public static final char SEPARATOR = '\u001f';

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private ArtifactRules() {}

  /**
   * Returns the artifact that a record declares.
   *
   * @throws RefusedRecordException when the record breaks a rule; it names the first one
   */
  public static Artifact artifactOf(DeclaredArtifact declared) throws RefusedRecordException {
    checkIdentifier(declared.id);
    Instant createTime = time("created_at", declared.createdAt);
    checkCount("downloads", declared.downloads);
    checkCount("likes", declared.likes);
    String task = word("pipeline_tag", declared.task);
    String library = word("library_name", declared.library);
    checkList("tags", declared.tags, LONGEST_TAG, MOST_TAGS);
    checkList("license", declared.licenses, LONGEST_WORD, MOST_TAGS);
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
        word("_id", declared.hubId),
        time("last_modified", declared.modifiedAt),
        word("sha", declared.revision),
        availability,
        availability == Availability.DELETED ? time("removed_at", declared.removedAt) : null,
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
    checkCount("parameters", declared.parameters);
    checkList("formats", declared.formats, LONGEST_WORD, MOST_TAGS);
    checkList("siblings", declared.files, LONGEST_TAG, MOST_FILES);
    String cardData = declared.cardData == null ? "" : declared.cardData;
    checkText("cardData", cardData, LONGEST_CARD_DATA);
    return new Content(
        declared.parameters, read.formats(declared.formats), declared.files, cardData);
  }

  private static void checkIdentifier(String id) throws RefusedRecordException {
    if (id == null || id.isEmpty()) {
      throw RefusedRecordException.missing("id");
    }
    if (id.length() > 2 * HubIdentifier.LONGEST_PART + 1) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG, "id", id, HubIdentifier.RULE);
    }
    if (!HubIdentifier.isValid(id)) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_MALFORMED, "id", id, HubIdentifier.RULE);
    }
  }

  private static Instant time(String field, String text) throws RefusedRecordException {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Instant time;
    try {
      time = HubTime.parse(text);
    } catch (DateTimeException e) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_MALFORMED,
          field,
          text,
          "must be a time such as 2022-11-28T20:34:35.000Z");
    }
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_OUT_OF_RANGE, field, text, "must be from 1970 to 9999");
    }
    return time;
  }

  private static void checkCount(String field, long count) throws RefusedRecordException {
    if (count < 0) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_OUT_OF_RANGE, field, Long.toString(count), "must be at least 0");
    }
  }

  private static String word(String field, String text) throws RefusedRecordException {
    if (text == null) {
      return "";
    }
    checkText(field, text, LONGEST_WORD);
    return text;
  }

  private static void checkList(String field, List<String> texts, int longest, int most)
      throws RefusedRecordException {
    if (texts.size() > most) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG,
          field,
          texts.size() + " entries",
          "must have at most %,d entries".formatted(most));
    }
    for (String text : texts) {
      checkText(field, text, longest);
    }
  }

  /** PostgreSQL stores neither NUL nor half a surrogate pair, which JSON can smuggle in. */
  private static void checkText(String field, String text, int longest)
      throws RefusedRecordException {
    if (text.length() > longest) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG,
          field,
          text,
          "must have at most %,d characters".formatted(longest));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c == SEPARATOR) {
        throw RefusedRecordException.field(
            QuarantineReason.FIELD_MALFORMED,
            field,
            text,
            "must not contain NUL or the unit separator, U+001F");
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          throw RefusedRecordException.field(
              QuarantineReason.FIELD_MALFORMED, field, text, "must not contain half a character");
        }
        i++;
      }
    }
  }

  private static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }
}
