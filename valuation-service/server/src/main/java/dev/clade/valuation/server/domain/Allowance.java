package dev.clade.valuation.server.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a run has used of its budget, and how many evaluations more that allows. Evaluations that
 * are under way are taken to last as long as the mean of those before, or as long as they have
 * lasted; so a budget is overshot at most by what they take longer than that.
 *
 * @param budget the most that the run may use
 * @param price of a device's hour, where one is known
 * @param leases evaluations begun
 * @param endedSeconds device time of leases that have ended
 * @param openLeases leases that hold
 * @param openSeconds device time of these so far
 * @param timedCount evaluations whose duration is known
 * @param timedSeconds device time of these
 */
public record Allowance(
    Budget budget,
    Optional<Price> price,
    int leases,
    double endedSeconds,
    int openLeases,
    double openSeconds,
    int timedCount,
    double timedSeconds) {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final int SHOWN_DIGITS = 4;

  /** Returns the mean device time of an evaluation in seconds; 0 while it is not known. */
  public double meanSeconds() {
    return timedCount == 0 ? 0 : timedSeconds / timedCount;
  }

  /** Returns how many evaluations may be begun now; many without a limit. */
  public int most() {
    int byCount = budget.evaluations().map(most -> most - leases).orElse(Integer.MAX_VALUE);
    return Math.max(0, Math.min(byCount, byTime()));
  }

  /** Returns what is spent and how far, in words, where nothing more may be begun. */
  public String reason() {
    Optional<Integer> evaluations = budget.evaluations().filter(most -> most <= leases);
    if (evaluations.isPresent()) {
      return "the budget of %,d evaluations is spent: %,d were begun"
          .formatted(evaluations.get(), leases);
    }
    boolean byHours =
        budget.deviceHours().isPresent()
            && budget.deviceHours().get() * SECONDS_PER_HOUR <= limitSeconds();
    return byHours
        ? "the budget of %s device hours is spent: %s were used, and an evaluation takes %s"
            .formatted(
                plain(BigDecimal.valueOf(budget.deviceHours().get())),
                plain(BigDecimal.valueOf(usedSeconds() / SECONDS_PER_HOUR)),
                plain(BigDecimal.valueOf(meanSeconds() / SECONDS_PER_HOUR)))
        : "the budget of %s %s is spent: %s were used, and an evaluation takes %s"
            .formatted(
                plain(budget.cost().orElseThrow()),
                price.orElseThrow().currency(),
                plain(price.orElseThrow().of(usedSeconds())),
                plain(price.orElseThrow().of(meanSeconds())));
  }

  private int byTime() {
    double left = limitSeconds() - endedSeconds - Math.max(openSeconds, openLeases * meanSeconds());
    if (left <= 0) {
      return 0;
    }
    // The conversion of what is too large, infinity included, gives the largest number.
    return meanSeconds() == 0 ? Integer.MAX_VALUE : (int) (left / meanSeconds());
  }

  private double limitSeconds() {
    double byHours =
        budget.deviceHours().map(hours -> hours * SECONDS_PER_HOUR).orElse(Double.MAX_VALUE);
    double byCost =
        budget
            .cost()
            .map(
                cost ->
                    cost.doubleValue()
                        / price.orElseThrow().deviceHour().doubleValue()
                        * SECONDS_PER_HOUR)
            .orElse(Double.MAX_VALUE);
    return Math.min(byHours, byCost);
  }

  private double usedSeconds() {
    return endedSeconds + openSeconds;
  }

  private static String plain(BigDecimal value) {
    return value.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
