package dev.clade.embedding.network;

import dev.clade.embedding.feature.FeatureTable;

/**
 * How many numbers the views of numbers have.
 *
 * @param numeric numbers of the numeric view
 * @param lineage numbers of the lineage view
 * @param activity numbers of the activity view
 */
public record InputWidths(int numeric, int lineage, int activity) {
  private static final int MOST = 1 << 14;

  /** Checks that each is from 1 to 16,384. */
  public InputWidths {
    Ranges.require("numeric", numeric, MOST);
    Ranges.require("lineage", lineage, MOST);
    Ranges.require("activity", activity, MOST);
  }

  /** Returns the widths of a table of features. */
  public static InputWidths of(FeatureTable features) {
    return new InputWidths(
        features.numeric().width(), features.lineage().width(), features.activity().width());
  }
}
