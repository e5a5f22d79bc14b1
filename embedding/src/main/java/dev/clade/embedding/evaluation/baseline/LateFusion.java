package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.vector.VectorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores of each view apart, put together at the end. */
public final class LateFusion {
  private static final int CONSTANT = 60;

  private LateFusion() {}

  /** Returns a scorer by the raw features of each of some views. */
  public static Map<View, PairScorer> views(FeatureTable table, Set<View> views) {
    Map<View, PairScorer> scorers = new EnumMap<>(View.class);
    for (View view : views) {
      String name = "raw " + view;
      scorers.put(
          view,
          switch (view) {
            case CARD -> new BagCosine(name, table.card());
            case TAGS -> new BagCosine(name, table.tags());
            case IDENTITY -> new BagCosine(name, table.names());
            case NUMERIC -> dense(name, table.numeric());
            case LINEAGE -> dense(name, table.lineage());
            case ACTIVITY -> dense(name, table.activity());
          });
    }
    return scorers;
  }

  /** Returns the mean cosine over the views that both rows have; 0 without any. */
  public static PairScorer meanCosine(FeatureTable table, Set<View> views) {
    Map<View, PairScorer> scorers = views(table, views);
    return PairScorer.of(
        "B6 mean cosine",
        (query, candidates) -> {
          double[] sums = new double[candidates.length];
          int[] counts = new int[candidates.length];
          scorers.forEach(
              (view, scorer) -> {
                if (table.present(view, query)) {
                  double[] scores = scorer.score(query, candidates);
                  for (int i = 0; i < candidates.length; i++) {
                    boolean both = table.present(view, candidates[i]);
                    sums[i] += both ? scores[i] : 0;
                    counts[i] += both ? 1 : 0;
                  }
                }
              });
          for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
          }
          return sums;
        });
  }

  /**
   * Returns the sum over scorers of 1/(60 + rank) (Cormack, Clarke and Büttcher 2009); candidates
   * of an equal score have the last rank of them.
   */
  public static PairScorer reciprocalRanks(String name, List<PairScorer> scorers) {
    List<PairScorer> all = new ArrayList<>(scorers);
    return PairScorer.of(
        name,
        (query, candidates) -> {
          double[] sums = new double[candidates.length];
          for (PairScorer scorer : all) {
            double[] scores = scorer.score(query, candidates);
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sums.length; i++) {
              sums[i] += 1.0 / (CONSTANT + sorted.length - first(sorted, scores[i]));
            }
          }
          return sums;
        });
  }

  private static PairScorer dense(String name, DenseRows rows) {
    return new VectorCosine(name, VectorTable.normalised(rows.width(), rows.values()));
  }

  /** The first place of a value in ascending values. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
