package dev.clade.embedding.feature;

import java.util.EnumSet;
import java.util.Set;

/**
 * The features of repositories at a snapshot, a row each.
 *
 * @param presence for each row the views that say something of it, bit {@link View#ordinal()}
 * @param card words and pairs of words of {@link View#CARD}
 * @param tags tokens of {@link View#TAGS}
 * @param numeric values of {@link View#NUMERIC}
 * @param lineage values of {@link View#LINEAGE}
 * @param activity values of {@link View#ACTIVITY}
 * @param owners one token a row, the owner's, of {@link View#IDENTITY}; owners that were seen too
 *     seldom share token 0
 * @param names parts of the repository's name, of {@link View#IDENTITY}
 */
public record FeatureTable(
    byte[] presence,
    TokenBags card,
    TokenBags tags,
    DenseRows numeric,
    DenseRows lineage,
    DenseRows activity,
    TokenBags owners,
    TokenBags names) {
  /**
   * Checks that all blocks have as many rows.
   *
   * @throws IllegalArgumentException if they have not
   */
  public FeatureTable {
    int rows = presence.length;
    if (card.rows() != rows
        || tags.rows() != rows
        || numeric.rows() != rows
        || lineage.rows() != rows
        || activity.rows() != rows
        || owners.rows() != rows
        || names.rows() != rows) {
      throw new IllegalArgumentException("every view must have %d rows".formatted(rows));
    }
  }

  /** Returns the number of repositories. */
  public int rows() {
    return presence.length;
  }

  /** Returns whether a view says something of a row. */
  public boolean present(View view, int row) {
    return (presence[row] >> view.ordinal() & 1) != 0;
  }

  /** Returns the views that say something of a row. */
  public Set<View> views(int row) {
    Set<View> views = EnumSet.noneOf(View.class);
    for (View view : View.values()) {
      if (present(view, row)) {
        views.add(view);
      }
    }
    return views;
  }
}
