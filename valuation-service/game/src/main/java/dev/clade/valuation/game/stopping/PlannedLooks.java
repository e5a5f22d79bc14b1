package dev.clade.valuation.game.stopping;

import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.List;
import java.util.Optional;

/**
 * Looks that were declared before the run began. Each spends its part of the error as that of a t
 * interval of its own. The parts sum to the error, so by Boole's inequality that bounds the chance
 * to be wrong at any look, however looks depend on each other; boundaries from the joint
 * distribution of looks would be somewhat narrower.
 *
 * @param evaluations at which to look, above 0 and ascending
 * @param spending how the error is split
 */
public record PlannedLooks(List<Integer> evaluations, SpendingFunction spending)
    implements RepeatedIntervals {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException when there is no look or they do not ascend from above 0
   */
  public PlannedLooks {
    evaluations = List.copyOf(evaluations);
    int last = 0;
    for (int look : evaluations) {
      if (look <= last) {
        throw new IllegalArgumentException("looks must ascend from above 0: " + evaluations);
      }
      last = look;
    }
    if (last == 0) {
      throw new IllegalArgumentException("there must be a look");
    }
  }

  /** Returns nothing at numbers of evaluations that were not declared. */
  @Override
  public Optional<Double> halfWidth(PlayerValue value, int done, double error) {
    int look = evaluations.indexOf(done);
    if (look < 0) {
      return Optional.empty();
    }
    double before = look == 0 ? 0 : spending.spent(error, look - 1, evaluations);
    double here = spending.spent(error, look, evaluations) - before;
    return Optional.of(value.halfWidth(1 - here)).filter(Double::isFinite);
  }
}
