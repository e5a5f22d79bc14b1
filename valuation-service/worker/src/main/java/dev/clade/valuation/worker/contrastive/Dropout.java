package dev.clade.valuation.worker.contrastive;

/**
 * What is hidden from a training, each time anew.
 *
 * @param views share of the present views, as long as two stay, in [0, 1)
 * @param card share of the tokens of cards, as long as one stays, in [0, 1)
 * @param tags share of the tokens of tags, likewise
 */
public record Dropout(double views, double card, double tags) {
  /** Two tenths of views and tags, three of cards. */
  public static final Dropout STANDARD = new Dropout(0.2, 0.3, 0.2);

  /** Nothing is hidden. */
  public static final Dropout NONE = new Dropout(0, 0, 0);

  /** Checks the ranges. */
  public Dropout {
    Shares.require("views", views);
    Shares.require("card", card);
    Shares.require("tags", tags);
  }
}
