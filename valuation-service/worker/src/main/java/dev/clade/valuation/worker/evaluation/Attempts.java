package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.training.DivergedException;
import java.util.function.IntFunction;

/**
 * Repeats what diverges, at most twice: a training whose loss or gradient is not finite, or a
 * sample that is not finite or that {@link OutlierRule} finds far off. Averaged in, one such result
 * would outweigh all others of a run.
 */
public final class Attempts {
  private static final int MOST = 3;

  private Attempts() {}

  /**
   * Returns what the first attempt gives that does not diverge.
   *
   * @param attempt receives its number, from 0
   * @throws DivergedException the last one, when all attempts diverge
   */
  public static <T> T first(IntFunction<T> attempt) {
    for (int number = 0; number < MOST - 1; number++) {
      try {
        return attempt.apply(number);
      } catch (DivergedException e) {
        // Said by the last attempt when the others do no better.
      }
    }
    return attempt.apply(MOST - 1);
  }
}
