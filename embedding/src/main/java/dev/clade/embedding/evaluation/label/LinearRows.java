package dev.clade.embedding.evaluation.label;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.vector.VectorTable;
import java.util.ArrayList;
import java.util.List;

/** Rows as a linear model reads them: the columns that are not zero, and a constant. */
public interface LinearRows {
  /** Returns the columns of a row, ascending from 1, the constant last. */
  Feature[] row(int row);

  /** Returns vectors as rows. */
  static LinearRows of(VectorTable vectors) {
    return rows(
        vectors.width(),
        (row, columns) -> {
          for (int d = 0; d < vectors.width(); d++) {
            columns.add(new FeatureNode(d + 1, vectors.values()[row * vectors.width() + d]));
          }
        });
  }

  /**
   * Returns bags of tokens as term frequencies times inverse document frequencies, of unit length
   * together.
   *
   * @param views of which {@link View#CARD} and {@link View#TAGS} are read
   */
  static LinearRows tfIdf(FeatureTable table, Vocabulary vocabulary, View... views) {
    List<View> read = List.of(views);
    int cardColumns = table.card().buckets();
    return rows(
        cardColumns + table.tags().buckets(),
        (row, columns) -> {
          if (read.contains(View.CARD)) {
            add(table.card(), vocabulary.cardWorth(), row, 1, columns);
          }
          if (read.contains(View.TAGS)) {
            add(table.tags(), vocabulary.tagWorth(), row, 1 + cardColumns, columns);
          }
          double square = columns.stream().mapToDouble(x -> x.getValue() * x.getValue()).sum();
          columns.forEach(each -> each.setValue(each.getValue() / Math.sqrt(square)));
        });
  }

  private static void add(
      TokenBags bags, float[] worth, int row, int first, List<Feature> columns) {
    for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
      // Weights have the root of the inverse document frequency already.
      double weight = bags.weights()[i] * worth[bags.tokens()[i]];
      columns.add(new FeatureNode(first + bags.tokens()[i], weight));
    }
  }

  private static LinearRows rows(int width, Filler filler) {
    return row -> {
      List<Feature> columns = new ArrayList<>();
      filler.fill(row, columns);
      columns.add(new FeatureNode(width + 1, 1));
      return columns.toArray(Feature[]::new);
    };
  }

  /** Adds the columns of a row. */
  interface Filler {
    /** Adds them, ascending. */
    void fill(int row, List<Feature> columns);
  }
}
