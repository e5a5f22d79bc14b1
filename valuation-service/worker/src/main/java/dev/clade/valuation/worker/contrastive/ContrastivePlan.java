package dev.clade.valuation.worker.contrastive;

/**
 * How an embedding is trained.
 *
 * @param epochs epochs of as many steps as batches make up the rows, 1 to 10,000
 * @param batchSize rows a step, 2 to 4,096; fewer where there are fewer rows
 * @param denseRate peak learning rate of dense layers, in (0, 1]
 * @param tableRate learning rate of tables, in (0, 1]
 * @param firstRound share of the epochs in which views are contrasted and nothing else, in [0, 1);
 *     then the lineage view is made anew
 * @param patience validations in a row without a better one after which a training ends, at least 1
 * @param dropout what is hidden
 * @param losses what is learnt from
 */
public record ContrastivePlan(
    int epochs,
    int batchSize,
    double denseRate,
    double tableRate,
    double firstRound,
    int patience,
    Dropout dropout,
    LossOptions losses) {
  /** Rows of a standard batch from which a larger one pays. */
  private static final int MANY_ROWS = 50_000;

  /** Checks the ranges. */
  public ContrastivePlan {
    requireRange("epochs", epochs, 1, 10_000);
    requireRange("batchSize", batchSize, 2, 4_096);
    requireRange("patience", patience, 1, 10_000);
    requireRate("denseRate", denseRate);
    requireRate("tableRate", tableRate);
    Shares.require("firstRound", firstRound);
  }

  /** Returns what is recommended for so many rows. */
  public static ContrastivePlan forRows(int rows) {
    return rows < MANY_ROWS ? standard(30, 256) : standard(18, 512);
  }

  /** Returns the same with other losses. */
  public ContrastivePlan with(LossOptions other) {
    return new ContrastivePlan(
        epochs, batchSize, denseRate, tableRate, firstRound, patience, dropout, other);
  }

  /** Returns the epochs in which views are contrasted and nothing else. */
  int firstEpochs() {
    return (int) Math.round(firstRound * epochs);
  }

  private static ContrastivePlan standard(int epochs, int batchSize) {
    return new ContrastivePlan(
        epochs, batchSize, 2e-3, 0.05, 0.3, 5, Dropout.STANDARD, LossOptions.STANDARD);
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %,d to %,d; it is %,d".formatted(name, least, most, value));
    }
  }

  private static void requireRate(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1]; it is " + value);
    }
  }
}
