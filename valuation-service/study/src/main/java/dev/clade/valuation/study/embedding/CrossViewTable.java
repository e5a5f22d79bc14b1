package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.ranking.CrossView;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.report.Table;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Whether views are aligned. */
final class CrossViewTable {

  private CrossViewTable() {}

  /** Returns how often a held-out row's view finds the row by another view. */
  static Table of(Holdout holdout, Encoded seed) {
    Table.Builder table =
        Table.named("cross_view", "Held-out rows found by one view from another")
            .text("from", "From")
            .text("to", "To")
            .whole("tested", "Rows with both")
            .real("recall_1", "Recall@1")
            .real("recall_10", "Recall@10");
    int[] rows = Draw.of(holdout.split().test(), Draw.MOST_QUERIES, row -> true);
    Map<View, VectorTable> views = views(seed, rows);
    views.forEach(
        (from, queries) ->
            views.forEach(
                (to, found) -> {
                  int[] both =
                      Arrays.stream(rows)
                          .filter(row -> queries.has(row) && found.has(row))
                          .toArray();
                  if (from != to && both.length > 1) {
                    table.row(
                        from.name().toLowerCase(Locale.ROOT),
                        to.name().toLowerCase(Locale.ROOT),
                        both.length,
                        mean(CrossView.recall(queries, found, both, 1)),
                        mean(CrossView.recall(queries, found, both, 10)));
                  }
                }));
    return table.build();
  }

  private static Map<View, VectorTable> views(Encoded seed, int[] rows) {
    Encoder encoder = new Encoder(seed.learnt().weights());
    int width = seed.vectors().width();
    Map<View, float[]> values = new EnumMap<>(View.class);
    for (int row : rows) {
      Encoding encoding = encoder.encode(seed.features(), row);
      for (View view : encoding.views()) {
        float[] all =
            values.computeIfAbsent(view, each -> new float[seed.vectors().values().length]);
        System.arraycopy(encoding.view(view), 0, all, row * width, width);
      }
    }
    Map<View, VectorTable> views = new EnumMap<>(View.class);
    values.forEach((view, all) -> views.put(view, new VectorTable(width, all)));
    return views;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
