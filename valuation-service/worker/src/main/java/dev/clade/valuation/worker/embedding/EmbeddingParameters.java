package dev.clade.valuation.worker.embedding;

import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the trainer {@code contrastive} is told.
 *
 * @param featureSet resource name of what is learned from
 * @param epochs epochs of a training, 1 to 10,000; by default as many as are recommended
 * @param batchSize rows a step, 2 to 4,096; by default as many as are recommended
 * @param patience validations in a row without a better one after which a training ends, 1 to
 *     10,000; by default 5
 * @param lineageRefreshes how often the lineage view is made anew from the network's own vectors, 0
 *     or 1; by default 1
 * @param publish whether what all contributors together give becomes a version
 */
public record EmbeddingParameters(
    String featureSet,
    OptionalInt epochs,
    OptionalInt batchSize,
    OptionalInt patience,
    int lineageRefreshes,
    boolean publish) {
  private static final String FEATURE_SET = "feature_set";
  private static final String EPOCHS = "epochs";
  private static final String BATCH_SIZE = "batch_size";
  private static final String PATIENCE = "patience";
  private static final String LINEAGE_REFRESHES = "lineage_refreshes";
  private static final String PUBLISH = "publish";
  private static final Set<String> KNOWN =
      Set.of(FEATURE_SET, EPOCHS, BATCH_SIZE, PATIENCE, LINEAGE_REFRESHES, PUBLISH);

  /**
   * Reads parameters of a run.
   *
   * @throws IllegalArgumentException naming the first that is missing, unknown or out of its range
   */
  public static EmbeddingParameters of(Map<String, String> given) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "parameters: \"%s\" is none; there are %s"
                .formatted(name, String.join(", ", new TreeSet<>(KNOWN))));
      }
    }
    if (given.getOrDefault(FEATURE_SET, "").isEmpty()) {
      throw new IllegalArgumentException("parameters: \"feature_set\" must be given");
    }
    return new EmbeddingParameters(
        given.get(FEATURE_SET),
        number(given, EPOCHS, 1, 10_000),
        number(given, BATCH_SIZE, 2, 4_096),
        number(given, PATIENCE, 1, 10_000),
        number(given, LINEAGE_REFRESHES, 0, 1).orElse(1),
        flag(given.getOrDefault(PUBLISH, "false")));
  }

  /** Returns how an embedding of so many rows is trained. */
  ContrastivePlan plan(int rows) {
    ContrastivePlan usual = ContrastivePlan.forRows(rows);
    return new ContrastivePlan(
        epochs.orElse(usual.epochs()),
        batchSize.orElse(usual.batchSize()),
        usual.denseRate(),
        usual.tableRate(),
        usual.firstRound(),
        patience.orElse(usual.patience()),
        usual.dropout(),
        usual.losses());
  }

  private static OptionalInt number(Map<String, String> given, String name, int least, int most) {
    String text = given.get(name);
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return OptionalInt.of(value);
      }
    }
    throw new IllegalArgumentException(
        "parameters: \"%s\" must be from %,d to %,d; it is \"%s\""
            .formatted(name, least, most, text));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "parameters: \"publish\" must be true or false; it is \"%s\"".formatted(text));
    };
  }
}
