package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Step;
import java.util.List;

/**
 * An intermediate result of a payout.
 *
 * @param name what it is
 * @param numbers one a contributor by id, or one a pot: values, or minor units
 */
public record PayoutStep(String name, List<Double> numbers) {

  /** Copies the list. */
  public PayoutStep {
    numbers = List.copyOf(numbers);
  }

  static PayoutStep of(Step step) {
    return new PayoutStep(step.name(), step.numbers().stream().map(Number::doubleValue).toList());
  }
}
