package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Presence;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.List;

/**
 * Which views a step sees of a batch's rows.
 *
 * @param views the network's views
 * @param present for each of them, for each row, whether it is seen
 */
record ViewPresence(List<View> views, boolean[][] present) {
  /** Returns that all views are seen that say something. */
  static ViewPresence of(List<View> views, FeatureTable features, int[] rows) {
    boolean[][] present = new boolean[views.size()][rows.length];
    for (int view = 0; view < present.length; view++) {
      for (int i = 0; i < rows.length; i++) {
        present[view][i] = Presence.of(views.get(view), features, rows[i]);
      }
    }
    return new ViewPresence(views, present);
  }

  /** Hides views, each with a probability, as long as two of a row stay. */
  void hide(double share, RandomStream random) {
    for (int row = 0; row < rows(); row++) {
      int left = count(row);
      for (int view : random.permutation(views.size())) {
        if (present[view][row] && left > 2 && random.happens(share)) {
          present[view][row] = false;
          left--;
        }
      }
    }
  }

  /** Returns for each row whether a view is seen; of views that the network lacks, none is. */
  boolean[] of(View view) {
    return present[views.indexOf(view)];
  }

  /** Returns the share of rows of which at least two views are seen. */
  double shareOfPairs() {
    int pairs = 0;
    for (int row = 0; row < rows(); row++) {
      pairs += count(row) > 1 ? 1 : 0;
    }
    return (double) pairs / rows();
  }

  /** Returns rows by views: 1 for what is seen. */
  float[] matrix() {
    float[] matrix = new float[rows() * views.size()];
    for (int row = 0; row < rows(); row++) {
      for (int view = 0; view < views.size(); view++) {
        matrix[row * views.size() + view] = present[view][row] ? 1 : 0;
      }
    }
    return matrix;
  }

  private int rows() {
    return present[0].length;
  }

  private int count(int row) {
    int count = 0;
    for (boolean[] view : present) {
      count += view[row] ? 1 : 0;
    }
    return count;
  }
}
