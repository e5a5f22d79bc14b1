package dev.clade.ingest.artifact;

/**
 * A commit or a discussion as a record declares it, before validation: what a parser fills in and
 * {@link ActivityRules} judges. Texts are null when the record does not have them, or when what it
 * declares is of the other kind.
 */
public final class DeclaredActivity {
  /** What the repository holds; null when not told. */
  public ArtifactKind kind;

  /** The hub's name for the repository, such as {@code openai-community/gpt2}. */
  public String repository;

  /** Hash of a commit. */
  public String sha;

  /** The whole message of a commit. */
  public String message;

  /** Number of a discussion; 0 when not told. */
  public long number;

  /** Title of a discussion. */
  public String title;

  /** Status of a discussion. */
  public String status;

  /** Whether a discussion is a pull request. */
  public boolean pullRequest;

  /** Who made it. */
  public String author;

  /** When it was made, as ISO 8601. */
  public String date;
}
