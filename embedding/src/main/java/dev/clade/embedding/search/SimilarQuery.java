package dev.clade.embedding.search;

import dev.clade.embedding.feature.View;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What is looked for.
 *
 * @param ranking the order that rows are found in
 * @param views the unit vectors of the views that the query has, to explain hits by
 * @param filter rows that may be found
 * @param collapse what hits are collapsed by
 * @param count how many hits are wanted
 */
public record SimilarQuery(
    Ranking ranking, Map<View, float[]> views, IntPredicate filter, Collapse collapse, int count) {
  /** What counts as one hit. */
  public enum Collapse {
    /** Each row. */
    NOTHING,
    /** Near copies and quantised copies of one parent. */
    COPIES,
    /** A whole declared family, with its copies. */
    FAMILIES
  }

  /** Keeps an unmodifiable copy of the views. */
  public SimilarQuery {
    views = Map.copyOf(views);
  }
}
