package dev.clade.valuation.server.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Optional<Price> PRICE =
      Optional.of(new Price("EUR", new BigDecimal("7.20")));

  @Test
  void withoutLimitsAnythingMayBegin() {
    assertThat(of(Budget.UNLIMITED, 1_000, 1e9, 5, 1e6, 10, 100).most())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void evaluationsAreCountedWhenTheyBegin() {
    Budget ten = new Budget(Optional.of(10), Optional.empty(), Optional.empty());
    assertThat(of(ten, 7, 0, 3, 0, 0, 0).most()).isEqualTo(3);
    Allowance spent = of(ten, 10, 0, 0, 0, 0, 0);
    assertThat(spent.most()).isZero();
    assertThat(spent.reason()).isEqualTo("the budget of 10 evaluations is spent: 10 were begun");
    assertThat(of(ten, 12, 0, 0, 0, 0, 0).most()).isZero();
  }

  @Test
  void whatIsUnderWayIsTakenToLastAsLongAsTheMean() {
    // Half an hour is 1,800 s; 1,000 s are used, and evaluations take 100 s.
    Budget half = new Budget(Optional.empty(), Optional.of(0.5), Optional.empty());
    assertThat(of(half, 10, 1_000, 0, 0, 10, 1_000).most()).isEqualTo(8);
    assertThat(of(half, 13, 1_000, 3, 20, 10, 1_000).most()).isEqualTo(5);
    // Three that have lasted 450 s together are longer than the mean already.
    assertThat(of(half, 13, 1_000, 3, 450, 10, 1_000).most()).isEqualTo(3);
    assertThat(of(half, 18, 1_750, 0, 0, 10, 1_000).most()).isZero();
  }

  @Test
  void withoutAMeanAnythingMayBeginUntilTheLimit() {
    Budget half = new Budget(Optional.empty(), Optional.of(0.5), Optional.empty());
    assertThat(of(half, 4, 1_799, 0, 0, 0, 0).most()).isEqualTo(Integer.MAX_VALUE);
    assertThat(of(half, 4, 1_800, 0, 0, 0, 0).most()).isZero();
  }

  @Test
  void moneyIsTimeByThePrice() {
    // 7.20 an hour is 0.002 a second: 2.00 buy 1,000 s.
    Budget two = new Budget(Optional.empty(), Optional.of(10.0), Optional.of(new BigDecimal("2")));
    assertThat(of(two, 9, 900, 0, 0, 9, 900).most()).isEqualTo(1);
    Allowance spent = of(two, 10, 950, 0, 0, 10, 950);
    assertThat(spent.most()).isZero();
    assertThat(spent.reason())
        .isEqualTo("the budget of 2 EUR is spent: 1.9 were used, and an evaluation takes 0.19");
  }

  @Test
  void hoursAreNamedWhenTheyAreTheLimit() {
    Budget both = new Budget(Optional.of(99), Optional.of(0.1), Optional.of(new BigDecimal("2")));
    assertThat(of(both, 3, 342, 0, 0, 10, 360).reason())
        .isEqualTo(
            "the budget of 0.1 device hours is spent: 0.095 were used, and an evaluation takes"
                + " 0.01");
  }

  private static Allowance of(
      Budget budget,
      int leases,
      double ended,
      int open,
      double openSeconds,
      int timed,
      double timedSeconds) {
    return new Allowance(budget, PRICE, leases, ended, open, openSeconds, timed, timedSeconds);
  }
}
