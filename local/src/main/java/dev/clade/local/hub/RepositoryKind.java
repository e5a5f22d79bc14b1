package dev.clade.local.hub;

/** What a repository of the hub holds. */
public enum RepositoryKind {
  /** A model. */
  MODEL("models", ""),
  /** A dataset. */
  DATASET("datasets", "datasets/"),
  /** A space: an application that uses models and datasets. */
  SPACE("spaces", "spaces/");

  private final String plural;
  private final String pagePrefix;

  RepositoryKind(String plural, String pagePrefix) {
    this.plural = plural;
    this.pagePrefix = pagePrefix;
  }

  /** Returns the word of the API's paths, such as {@code models}. */
  public String plural() {
    return plural;
  }

  /** Returns what stands before the identifier in the path of a file: nothing for models. */
  String pagePrefix() {
    return pagePrefix;
  }
}
