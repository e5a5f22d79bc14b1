package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;

/** The rules that a record must keep to become a commit or a discussion. */
public final class ActivityRules {
  /** Most characters of a commit's message or a discussion's title. */
  public static final int LONGEST_TEXT = 100_000;

  /** Digits of Git's hashes: SHA-1's and SHA-256's. */
  private static final List<Integer> HASH_DIGITS = List.of(40, 64);

  private ActivityRules() {}

  /**
   * Returns the commit that a record declares.
   *
   * @throws RefusedRecordException when the record breaks a rule; it names the first one
   */
  public static Commit commitOf(DeclaredActivity declared) throws RefusedRecordException {
    String artifact = artifact(declared);
    checkHash("sha", declared.sha);
    Instant time = FieldRules.requiredTime("date", declared.date);
    String message = FieldRules.text("message", declared.message, LONGEST_TEXT);
    String author = FieldRules.word("author", declared.author);
    int titleEnd = message.indexOf('\n');
    return new Commit(
        artifact,
        declared.sha,
        time,
        (titleEnd < 0 ? message : message.substring(0, titleEnd)).strip(),
        titleEnd < 0 ? "" : message.substring(titleEnd).strip(),
        author.isEmpty() ? List.of() : List.of(author));
  }

  /**
   * Returns the discussion that a record declares.
   *
   * @throws RefusedRecordException when the record breaks a rule; it names the first one
   */
  public static Discussion discussionOf(DeclaredActivity declared) throws RefusedRecordException {
    String artifact = artifact(declared);
    if (declared.number < 1) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_OUT_OF_RANGE,
          "num",
          Long.toString(declared.number),
          "must be at least 1");
    }
    return new Discussion(
        artifact,
        declared.number,
        FieldRules.text("title", declared.title, LONGEST_TEXT),
        FieldRules.word("status", declared.status),
        declared.pullRequest,
        FieldRules.word("author", declared.author),
        FieldRules.requiredTime("date", declared.date));
  }

  private static String artifact(DeclaredActivity declared) throws RefusedRecordException {
    FieldRules.checkIdentifier("repo", declared.repository);
    if (declared.kind == null) {
      throw RefusedRecordException.missing("repoType");
    }
    return declared.kind.collection() + declared.repository;
  }

  private static void checkHash(String field, String hash) throws RefusedRecordException {
    if (hash == null || hash.isEmpty()) {
      throw RefusedRecordException.missing(field);
    }
    boolean digits = hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!digits || !HASH_DIGITS.contains(hash.length())) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_MALFORMED,
          field,
          hash,
          "must be 40 or 64 hexadecimal digits, in small letters");
    }
  }
}
