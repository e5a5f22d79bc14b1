package dev.clade.lineage.graph;

import java.util.Optional;

/**
 * A resource name in its two parts.
 *
 * @param kind the kind that the collection stands for
 * @param id the hub's identifier, such as {@code openai-community/gpt2}; 1 to {@value #LONGEST_ID}
 *     characters
 */
public record ArtifactName(ArtifactKind kind, String id) {
  /** Most characters of an identifier. The hub itself allows 193. */
  public static final int LONGEST_ID = 1_000;

  /** Checks the identifier's length. */
  public ArtifactName {
    if (!isId(id)) {
      throw new IllegalArgumentException("an identifier has 1 to " + LONGEST_ID + " characters");
    }
  }

  /**
   * Returns the parts of a resource name such as {@code models/openai-community/gpt2}, or nothing
   * when it begins with no known collection or has no identifier of a fitting length.
   */
  public static Optional<ArtifactName> parse(String resourceName) {
    int slash = resourceName.indexOf('/');
    if (slash < 0 || !isId(resourceName.substring(slash + 1))) {
      return Optional.empty();
    }
    for (ArtifactKind kind : ArtifactKind.values()) {
      if (resourceName.startsWith(kind.collection()) && kind.collection().length() == slash) {
        return Optional.of(new ArtifactName(kind, resourceName.substring(slash + 1)));
      }
    }
    return Optional.empty();
  }

  /** Returns the name of a model. */
  public static ArtifactName model(String id) {
    return new ArtifactName(ArtifactKind.MODEL, id);
  }

  /** Whether the identifier names no owner, as the hub's oldest models did. */
  public boolean isLegacy() {
    return id.indexOf('/') < 0;
  }

  /** Returns the user or organisation that the identifier names; empty for one without owner. */
  public String owner() {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }

  /** Returns the resource name, such as {@code models/openai-community/gpt2}. */
  @Override
  public String toString() {
    return kind.collection() + '/' + id;
  }

  private static boolean isId(String id) {
    return !id.isEmpty() && id.length() <= LONGEST_ID;
  }
}
