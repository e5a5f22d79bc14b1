package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** The noise of training, as replicates of all coalitions together show it. */
final class TrainingNoise {
  private final List<Double> deviations;

  private TrainingNoise(List<Double> deviations) {
    this.deviations = deviations;
  }

  /** Returns the noise that a table shows; none without a second replicate. */
  static TrainingNoise of(UtilityTable table) {
    List<Double> deviations = new ArrayList<>();
    table.forEach(
        (_, utilities) -> {
          int count = utilities.count();
          double scale = Math.sqrt(count / (count - 1.0));
          for (double value : count == 1 ? List.<Double>of() : utilities.values()) {
            deviations.add(scale * (value - utilities.mean()));
          }
        });
    return new TrainingNoise(deviations);
  }

  boolean isKnown() {
    return !deviations.isEmpty();
  }

  /** Returns a table whose chosen coalitions have their mean plus noise for each replicate. */
  UtilityTable redrawn(UtilityTable table, Predicate<Coalition> chosen, SplittableRandom random) {
    if (!isKnown()) {
      return table;
    }
    UtilityTable.Builder builder = UtilityTable.builder(table.playerCount());
    table.forEach(
        (coalition, utilities) -> {
          boolean redraw = chosen.test(coalition);
          for (int replicate = 0; replicate < utilities.count(); replicate++) {
            builder.add(
                coalition,
                replicate,
                redraw
                    ? utilities.mean() + deviations.get(random.nextInt(deviations.size()))
                    : utilities.values().get(replicate));
          }
        });
    return builder.build();
  }
}
