package dev.clade.ingest.artifact;

import java.util.ArrayList;
import java.util.List;

/**
 * A model as a record declares it, before validation: what a parser fills in and {@link
 * ArtifactRules} judges. Texts are null when the record does not have them.
 */
public final class DeclaredModel {
  /** The hub's identifier, such as {@code openai-community/gpt2}. */
  public String id;

  /** Time of creation, as ISO 8601. */
  public String createdAt;

  /** Downloads. */
  public long downloads;

  /** Likes. */
  public long likes;

  /** Task. */
  public String task;

  /** Library. */
  public String library;

  /** Tags, in their order. */
  public final List<String> tags = new ArrayList<>();

  /** Licenses declared apart from the tags. */
  public final List<String> licenses = new ArrayList<>();

  /** Languages declared apart from the tags. */
  public final List<String> languages = new ArrayList<>();

  /** Base models declared apart from the tags, without a relation. */
  public final List<String> baseModels = new ArrayList<>();

  /** Datasets declared apart from the tags. */
  public final List<String> datasets = new ArrayList<>();
}
