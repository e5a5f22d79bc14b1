package dev.clade.embedding.search;

import dev.clade.embedding.feature.View;
import java.util.Map;
import java.util.function.IntPredicate;

/** An order of rows by a query. */
@FunctionalInterface
public interface Ranking {
  /**
   * Returns the best of the rows that pass a filter: as many as are wanted, or all that are in the
   * order and pass.
   */
  Nearest best(int count, IntPredicate filter);

  /** Returns how well words of each view fit a row, above 0; nothing where no words are asked. */
  default Map<View, Double> words(int row) {
    return Map.of();
  }
}
