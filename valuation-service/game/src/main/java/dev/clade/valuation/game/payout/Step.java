package dev.clade.valuation.game.payout;

import java.util.Arrays;
import java.util.List;

/**
 * An intermediate result of a payout.
 *
 * @param name what it is
 * @param numbers one a contributor by id, or one a pot; values are doubles, amounts are longs
 */
public record Step(String name, List<Number> numbers) {

  /** Copies the list. */
  public Step {
    numbers = List.copyOf(numbers);
  }

  static Step of(String name, double[] values) {
    return new Step(name, Arrays.stream(values).<Number>mapToObj(each -> each).toList());
  }

  static Step of(String name, long[] amounts) {
    return new Step(name, Arrays.stream(amounts).<Number>mapToObj(each -> each).toList());
  }
}
