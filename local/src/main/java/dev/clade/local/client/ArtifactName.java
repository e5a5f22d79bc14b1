package dev.clade.local.client;

import java.util.Set;

/** Turns what people type into resource names. */
public final class ArtifactName {
  private static final Set<String> COLLECTIONS = Set.of("models", "datasets", "spaces", "papers");

  private ArtifactName() {}

  /**
   * Returns the resource name of {@code gpt2}, {@code openai-community/gpt2} or {@code
   * datasets/glue}: without a collection, a model is meant.
   */
  public static String of(String typed) {
    int slash = typed.indexOf('/');
    boolean full = slash > 0 && COLLECTIONS.contains(typed.substring(0, slash));
    return full ? typed : "models/" + typed;
  }

  /** Returns the name without {@code models/}, as people know it; others stay whole. */
  public static String shorten(String name) {
    return name.startsWith("models/") ? name.substring("models/".length()) : name;
  }
}
