package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.ranking.IndexRecall;
import dev.clade.embedding.search.ExactScan;
import dev.clade.embedding.search.GraphIndex;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.valuation.worker.embedding.Holdout;

/** A graph of neighbours against the scan. */
final class IndexTrial {
  private static final long SEED = 41;
  private static final int NEIGHBOURS = 10;

  private IndexTrial() {}

  /** Returns how much of what an exact scan finds for held-out rows a graph of neighbours finds. */
  static Interval recall(Holdout holdout, VectorTable vectors) {
    int[] rows = Draw.of(holdout.split().test(), Draw.MOST_QUERIES, vectors::has);
    return Bootstrap.mean(
        IndexRecall.ofCosines(
            nearest(new ExactScan(vectors), vectors, rows),
            nearest(GraphIndex.build(vectors), vectors, rows)),
        SEED);
  }

  private static float[][] nearest(VectorIndex index, VectorTable vectors, int[] rows) {
    float[][] cosines = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int[] found = index.nearest(vectors.vector(row), NEIGHBOURS, each -> each != row).rows();
      cosines[i] = new float[found.length];
      for (int j = 0; j < found.length; j++) {
        cosines[i][j] = vectors.cosine(row, found[j]);
      }
    }
    return cosines;
  }
}
