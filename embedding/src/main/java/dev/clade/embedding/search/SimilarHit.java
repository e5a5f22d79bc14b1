package dev.clade.embedding.search;

import dev.clade.embedding.feature.View;
import java.util.Map;
import java.util.Set;

/**
 * A repository that was found.
 *
 * @param row its row
 * @param cosine of the fused vectors, -1 to 1; 0 if one has none
 * @param views cosine of each view that both have
 * @param words how well the query's words of each view fit, by BM25, above 0
 * @param present views that it has
 * @param lowEvidence whether it or the query has fewer than two views, so that the hit rests on
 *     little
 * @param collapsed how many other rows stand behind it that are as good as the same
 */
public record SimilarHit(
    int row,
    float cosine,
    Map<View, Float> views,
    Map<View, Double> words,
    Set<View> present,
    boolean lowEvidence,
    int collapsed) {
  /** Keeps unmodifiable copies. */
  public SimilarHit {
    views = Map.copyOf(views);
    words = Map.copyOf(words);
    present = Set.copyOf(present);
  }
}
