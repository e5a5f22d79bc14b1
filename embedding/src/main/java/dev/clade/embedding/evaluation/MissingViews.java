package dev.clade.embedding.evaluation;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import java.util.Set;

/** Takes views away from rows, as at a query that has not got them. */
public final class MissingViews {
  private MissingViews() {}

  /** Returns a table whose rows have nothing in some views. */
  public static FeatureTable remove(FeatureTable table, Set<View> views) {
    byte[] presence = table.presence().clone();
    for (View view : views) {
      for (int row = 0; row < presence.length; row++) {
        presence[row] &= (byte) ~(1 << view.ordinal());
      }
    }
    boolean identity = views.contains(View.IDENTITY);
    return new FeatureTable(
        presence,
        bags(table.card(), views.contains(View.CARD)),
        bags(table.tags(), views.contains(View.TAGS)),
        dense(table.numeric(), views.contains(View.NUMERIC)),
        dense(table.lineage(), views.contains(View.LINEAGE)),
        dense(table.activity(), views.contains(View.ACTIVITY)),
        bags(table.owners(), identity),
        bags(table.names(), identity));
  }

  private static TokenBags bags(TokenBags bags, boolean removed) {
    return removed
        ? new TokenBags(bags.buckets(), new int[bags.offsets().length], new int[0], new float[0])
        : bags;
  }

  private static DenseRows dense(DenseRows rows, boolean removed) {
    return removed ? new DenseRows(rows.width(), new float[rows.values().length]) : rows;
  }
}
