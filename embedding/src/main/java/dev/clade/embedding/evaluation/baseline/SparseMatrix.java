package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Set;

/**
 * Rows of columns that are mostly zero: views side by side, each of unit length in every row that
 * has it.
 *
 * @param columns how many there are; those that fewer than two rows have are left out
 * @param offsets where each row starts, and the end
 * @param indices the columns of all rows
 * @param values what they hold
 */
record SparseMatrix(int columns, int[] offsets, int[] indices, float[] values) {
  static SparseMatrix of(FeatureTable table, Set<View> views) {
    Builder builder = new Builder();
    for (int row = 0; row < table.rows(); row++) {
      for (View view : views) {
        if (table.present(view, row)) {
          int block = view.ordinal() << 20;
          switch (view) {
            case CARD -> builder.add(block, table.card(), row);
            case TAGS -> builder.add(block, table.tags(), row);
            case IDENTITY -> builder.add(block, table.names(), row);
            case NUMERIC -> builder.add(block, table.numeric(), row);
            case LINEAGE -> builder.add(block, table.lineage(), row);
            case ACTIVITY -> builder.add(block, table.activity(), row);
          }
        }
      }
      builder.offsets.add(builder.indices.size());
    }
    return builder.build();
  }

  int rows() {
    return offsets.length - 1;
  }

  private static final class Builder {
    private final IntArrayList offsets = IntArrayList.of(0);
    private final IntArrayList indices = new IntArrayList();
    private final FloatArrayList values = new FloatArrayList();

    void add(int block, TokenBags bags, int row) {
      int from = values.size();
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        indices.add(block + bags.tokens()[i]);
        values.add(bags.weights()[i]);
      }
      normalise(from);
    }

    void add(int block, DenseRows rows, int row) {
      int from = values.size();
      for (int c = 0; c < rows.width(); c++) {
        float value = rows.values()[row * rows.width() + c];
        if (value != 0) {
          indices.add(block + c);
          values.add(value);
        }
      }
      normalise(from);
    }

    private void normalise(int from) {
      double square = 0;
      for (int i = from; i < values.size(); i++) {
        square += (double) values.getFloat(i) * values.getFloat(i);
      }
      for (int i = from; i < values.size(); i++) {
        values.set(i, (float) (values.getFloat(i) / Math.sqrt(square)));
      }
    }

    SparseMatrix build() {
      Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
      for (int index : indices) {
        counts.addTo(index, 1);
      }
      Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
      IntArrayList kept = new IntArrayList();
      IntArrayList starts = IntArrayList.of(0);
      FloatArrayList keptValues = new FloatArrayList();
      for (int row = 0; row + 1 < offsets.size(); row++) {
        for (int i = offsets.getInt(row); i < offsets.getInt(row + 1); i++) {
          int index = indices.getInt(i);
          if (counts.get(index) > 1) {
            kept.add(numbers.computeIfAbsent(index, each -> numbers.size()));
            keptValues.add(values.getFloat(i));
          }
        }
        starts.add(kept.size());
      }
      return new SparseMatrix(
          numbers.size(), starts.toIntArray(), kept.toIntArray(), keptValues.toFloatArray());
    }
  }
}
