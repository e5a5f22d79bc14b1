package dev.clade.ingest.artifact;

import java.util.ArrayList;
import java.util.List;

/**
 * A repository as a record declares it, before validation: what a parser fills in and {@link
 * ArtifactRules} judges. Texts are null when the record does not have them.
 */
public final class DeclaredArtifact {
  /** What the record describes. */
  public final ArtifactKind kind;

  /** The hub's name for it, such as {@code openai-community/gpt2}. */
  public String id;

  /** The hub's own identifier, which survives renaming. */
  public String hubId;

  /** Time of creation, as ISO 8601. */
  public String createdAt;

  /** Time of the last modification, as ISO 8601. */
  public String modifiedAt;

  /** Commit at the head of its main branch. */
  public String revision;

  /** Downloads. */
  public long downloads;

  /** Likes. */
  public long likes;

  /** Task. */
  public String task;

  /** Library; of a space its kit. */
  public String library;

  /** Whether readers must be let in; null when the record does not tell. */
  public Boolean gated;

  /** Whether the hub says private or disabled. */
  public boolean withheld;

  /** Whether the record says that the hub has it no more. */
  public boolean removed;

  /** Time of the removal, as ISO 8601. */
  public String removedAt;

  /** Parameters of a model; 0 when not told. */
  public long parameters;

  /** The card's own metadata, as JSON text. */
  public String cardData;

  /** Tags, in their order. */
  public final List<String> tags = new ArrayList<>();

  /** Paths of the files, in their order. */
  public final List<String> files = new ArrayList<>();

  /** Formats declared apart from the tags. */
  public final List<String> formats = new ArrayList<>();

  /** Licenses declared apart from the tags. */
  public final List<String> licenses = new ArrayList<>();

  /** Languages declared apart from the tags. */
  public final List<String> languages = new ArrayList<>();

  /** Base models declared apart from the tags, without a relation. */
  public final List<String> baseModels = new ArrayList<>();

  /** Datasets declared apart from the tags; of a space those that it uses. */
  public final List<String> datasets = new ArrayList<>();

  /** Models that a space uses. */
  public final List<String> models = new ArrayList<>();

  /** Begins the declaration of a repository. */
  public DeclaredArtifact(ArtifactKind kind) {
    this.kind = kind;
  }
}
