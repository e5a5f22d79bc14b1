package dev.clade.lineage.ecosystem.evolution;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Months in a row, in UTC; or none.
 *
 * @param first the first of them
 * @param last the last of them; the one before the first when there are none
 */
public record Months(YearMonth first, YearMonth last) {
  /** The first month of which the hub knows all that was created in it. */
  public static final YearMonth FIRST_RECORDED = YearMonth.of(2022, 4);

  /** Checks the order. */
  public Months {
    if (last.isBefore(first.minusMonths(1))) {
      throw new IllegalArgumentException(
          "last must be at most a month before first: %s, %s".formatted(last, first));
    }
  }

  /** Returns none. */
  public static Months none(YearMonth first) {
    return new Months(first, first.minusMonths(1));
  }

  /** Returns the months from one to the last that was over at an instant. */
  public static Months over(YearMonth first, Instant instant) {
    YearMonth last = of(instant).minusMonths(1);
    return last.isBefore(first) ? none(first) : new Months(first, last);
  }

  /** Returns the month of an instant, in UTC. */
  public static YearMonth of(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }

  /** Returns how many months after one an instant is; negative when it is before. */
  public static int since(YearMonth first, Instant instant) {
    return (int) ChronoUnit.MONTHS.between(first, of(instant));
  }

  /** Returns how many there are. */
  public int count() {
    return (int) ChronoUnit.MONTHS.between(first, last) + 1;
  }

  /** Returns the month at an index from 0. */
  public YearMonth month(int index) {
    return first.plusMonths(index);
  }
}
