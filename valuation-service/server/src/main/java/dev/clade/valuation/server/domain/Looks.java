package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.stopping.PlannedLooks;
import dev.clade.valuation.game.stopping.Progress;
import dev.clade.valuation.game.stopping.SpendingFunction;
import dev.clade.valuation.game.stopping.StoppingRule;
import dev.clade.valuation.game.stopping.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a run looks at its values to see whether they are precise enough: positions of its plan,
 * given by its specification alone, so that values do not depend on which worker was faster. What
 * was evaluated beyond a look does not count there.
 */
public final class Looks {
  private static final double ERROR = 0.05;
  private static final int PARTS = 10;
  private static final int FIRST_PART = 2;

  private final List<Integer> positions;
  private final Optional<StoppingRule> rule;

  private Looks(List<Integer> positions, Optional<StoppingRule> rule) {
    this.positions = List.copyOf(positions);
    this.rule = rule;
  }

  /**
   * Returns the looks of a run: at tenths of the plan from the second when coalitions are sampled;
   * at the end of each replicate from the second, which intervals need, when all are trained; none
   * when no precision is wanted.
   */
  public static Looks of(RunSpec spec) {
    return spec.precision()
        .map(
            target -> {
              List<Integer> positions = positions(spec);
              return new Looks(
                  positions,
                  positions.isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          StoppingRule.precision(
                              new PlannedLooks(positions, SpendingFunction.POCOCK),
                              ERROR,
                              target(target))));
            })
        .orElseGet(() -> new Looks(List.of(), Optional.empty()));
  }

  /** Returns the first look behind a position; nothing when there is none. */
  public Optional<Integer> after(int position) {
    return positions.stream().filter(look -> look > position).findFirst();
  }

  /**
   * Returns why a run is to stop at a look, in words; nothing when it goes on.
   *
   * @param look position of the look
   * @param solution values of the evaluations of smaller positions; nothing if not determined
   */
  public Optional<String> reason(int look, Optional<Solution> solution) {
    return rule.flatMap(each -> each.reason(new Progress(solution, look, Duration.ZERO, 0)));
  }

  private static List<Integer> positions(RunSpec spec) {
    return switch (spec.estimator()) {
      case EXACT ->
          IntStream.rangeClosed(2, spec.replicateCount())
              .mapToObj(replicates -> replicates * spec.coalitionBudget())
              .toList();
      case PAIRED_KERNEL_SHAP, SIZE_ADJUSTED ->
          IntStream.rangeClosed(FIRST_PART, PARTS)
              .map(part -> Math.toIntExact((long) spec.planLength() * part / PARTS))
              .filter(position -> position > 0)
              .distinct()
              .boxed()
              .toList();
    };
  }

  private static Target target(PrecisionTarget target) {
    return switch (target.kind()) {
      case HALF_WIDTH -> Target.halfWidth(target.amount());
      case PART_OF_SPREAD -> Target.partOfSpread(target.amount());
      case RANKS_SETTLED -> Target.ranksSettled();
    };
  }
}
