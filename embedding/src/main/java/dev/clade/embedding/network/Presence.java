package dev.clade.embedding.network;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;

/**
 * Whether a view says something of a repository, judged by what it says: one that is marked present
 * and has only zeros is absent, because its vector would have no direction to learn.
 */
public final class Presence {
  private Presence() {}

  /** Returns whether a view says something of a row. */
  public static boolean of(View view, FeatureTable features, int row) {
    return features.present(view, row)
        && switch (view) {
          case CARD -> features.card().count(row) > 0;
          case TAGS -> features.tags().count(row) > 0;
          case NUMERIC -> anything(features.numeric(), row);
          case LINEAGE -> anything(features.lineage(), row);
          case ACTIVITY -> anything(features.activity(), row);
          case IDENTITY -> features.owners().count(row) > 0 || features.names().count(row) > 0;
        };
  }

  private static boolean anything(DenseRows rows, int row) {
    for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
      if (rows.values()[i] != 0) {
        return true;
      }
    }
    return false;
  }
}
