package dev.clade.lineage.ecosystem.evolution;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Months in a row.
 *
 * @param first the first of them
 * @param last the last of them, not before the first
 */
public record Months(YearMonth first, YearMonth last) {
  /** The first month of which the hub knows all that was created in it. */
  public static final YearMonth FIRST_RECORDED = YearMonth.of(2022, 4);

  /** What {@link #index} says of an instant that is in none of the months. */
  public static final int OUTSIDE = -1;

  /** Checks the order. */
  public Months {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last must not be before first: %s, %s".formatted(last, first));
    }
  }

  /**
   * Returns the months from the first recorded one to the last that was over when a snapshot was
   * taken.
   */
  public static Months recorded(Instant snapshot) {
    return new Months(
        FIRST_RECORDED, YearMonth.from(snapshot.atOffset(ZoneOffset.UTC)).minusMonths(1));
  }

  /** Returns how many there are. */
  public int count() {
    return (int) ChronoUnit.MONTHS.between(first, last) + 1;
  }

  /** Returns the month at an index from 0. */
  public YearMonth month(int index) {
    return first.plusMonths(index);
  }

  /** Returns the index of the month that an instant is in, or {@link #OUTSIDE}. */
  public int index(Instant instant) {
    YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    boolean inside = !month.isBefore(first) && !month.isAfter(last);
    return inside ? (int) ChronoUnit.MONTHS.between(first, month) : OUTSIDE;
  }
}
