package dev.clade.embedding.network;

import dev.clade.embedding.feature.View;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What a network makes of a repository. */
public final class Encoding {
  private final Map<View, float[]> views;
  private final float[] fused;

  Encoding(Map<View, float[]> views, float[] fused) {
    this.views = new EnumMap<>(views);
    this.fused = fused;
  }

  /** Returns the views that took part. */
  public Set<View> views() {
    return views.keySet();
  }

  /**
   * Returns the vector of a view, of length 1.
   *
   * @throws IllegalArgumentException if the view took no part
   */
  public float[] view(View view) {
    if (!views.containsKey(view)) {
      throw new IllegalArgumentException("view: %s took no part".formatted(view));
    }
    return views.get(view).clone();
  }

  /** Returns the fused vector, of length 1; all zeros when no view took part. */
  public float[] fused() {
    return fused.clone();
  }
}
