package dev.clade.valuation.game.payout;

import static dev.clade.valuation.game.payout.Requests.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What holds of every payout. */
class PayoutPropertiesTest {
  private static final List<PayoutRule> RULES =
      List.of(
          PayoutRule.proportional(Adjustment.NONE),
          PayoutRule.proportional(Adjustment.SHRINKAGE),
          PayoutRule.twoPots(0.3, false),
          PayoutRule.twoPots(0.05, true));

  @Property(tries = 300)
  void everyUnitIsPaidOnceAndNobodyGetsLessThanGranted(
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @LongRange(min = 200_000, max = 1_000_000_000_000L) long budget,
      @ForAll long seed) {
    PayoutRequest request = random(count, budget, seed, true);
    for (PayoutRule rule : RULES) {
      Payout.Paid paid = paid(rule.pay(request));
      assertThat(paid.payments().stream().mapToLong(Payment::amount).sum()).isEqualTo(budget);
      for (int i = 0; i < count; i++) {
        assertThat(paid.payments().get(i).amount())
            .isGreaterThanOrEqualTo(request.contributors().get(i).floor())
            .isGreaterThanOrEqualTo(request.contributors().get(i).fee());
      }
    }
  }

  @Property(tries = 100)
  void transfersAddUpToo(
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long budget,
      @ForAll long seed) {
    Payout payout = PayoutRule.withTransfers().pay(random(count, budget, seed, false));
    assertThat(paid(payout).payments().stream().mapToLong(Payment::amount).sum()).isEqualTo(budget);
  }

  @Property(tries = 200)
  void orderInWhichContributorsAreGivenDoesNotMatter(
      @ForAll @IntRange(min = 2, max = 9) int count, @ForAll long seed) {
    PayoutRequest request = random(count, 1_000_003, seed, true);
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    PayoutRequest shuffled =
        request(
            1_000_003,
            count,
            i -> request.contributors().get(order.get(i)),
            i -> request.properties().getFirst().solution().values().get(order.get(i)));
    for (PayoutRule rule : RULES) {
      assertThat(paid(rule.pay(shuffled)).payments()).isEqualTo(paid(rule.pay(request)).payments());
    }
  }

  @Property(tries = 200)
  void whoIsWorthMoreIsPaidNoLess(
      @ForAll @IntRange(min = 2, max = 9) int count,
      @ForAll @DoubleRange(min = 0, max = 3) double more,
      @ForAll long seed) {
    PayoutRequest request = random(count, 1_000_003, seed, false);
    List<PlayerValue> values = request.properties().getFirst().solution().values();
    for (PayoutRule rule : RULES.subList(0, 3)) {
      List<Payment> payments = paid(rule.pay(request)).payments();
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          if (values.get(i).value() > values.get(j).value()) {
            // In the pot for taking part a remainder goes by id.
            assertThat(payments.get(i).amount())
                .isGreaterThanOrEqualTo(payments.get(j).amount() - rule.pots().size() + 1);
          }
        }
      }
    }
    PayoutRequest raised =
        request(
            1_000_003,
            count,
            request.contributors()::get,
            i -> i == 0 ? value(values.get(0).value() + more) : values.get(i));
    for (PayoutRule rule : List.of(RULES.get(0), RULES.get(2))) {
      assertThat(paid(rule.pay(raised)).payments().getFirst().amount())
          .isGreaterThanOrEqualTo(paid(rule.pay(request)).payments().getFirst().amount());
    }
  }

  @Test
  void remaindersGoToTheLargestAndAmongEqualOnesToTheFirst() {
    assertThat(LargestRemainder.split(100, new double[] {1, 1, 1})).containsExactly(34, 33, 33);
    // Quotas 1.4, 3.3 and 5.3.
    assertThat(LargestRemainder.split(10, new double[] {14, 33, 53})).containsExactly(2, 3, 5);
    // Quotas -2.5 and 7.5 of 5.
    assertThat(LargestRemainder.split(5, new double[] {-1, 3})).containsExactly(-2, 7);
  }

  @Test
  void hugeBudgetsAreExact() {
    assertThat(LargestRemainder.split(Long.MAX_VALUE, new double[] {1, 1}))
        .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
  }

  @Test
  void floorsAreBorneInProportion() {
    // c is lifted by 10, which brings b from 30 to 26.67 below its floor of 28: 62 are left to a.
    assertThat(Floors.lifted(new long[] {60, 30, 0}, new long[] {0, 28, 10}))
        .containsExactly(52, 28, 10);
  }

  /** Values without intervals, of a positive sum; with contracts or with weight 1 and none. */
  private static PayoutRequest random(int count, long budget, long seed, boolean contracts) {
    Random random = new Random(seed);
    List<Contributor> contributors = new ArrayList<>();
    List<PlayerValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long fee = random.nextInt(10_000);
      long floor = random.nextInt(20_000);
      String id = "contributor-" + i;
      contributors.add(
          contracts
              ? new Contributor(id, 0.1 + random.nextInt(5), fee, floor)
              : Contributor.of(id));
      values.add(value(Math.rint(10 * random.nextDouble(-1, 3)) / 10 + (i == 0 ? count + 1 : 0)));
    }
    return request(budget, count, contributors::get, values::get);
  }

  private static PlayerValue value(double value) {
    return new PlayerValue(value, Double.NaN, Double.NaN, Double.NaN, 1);
  }

  private static PayoutRequest request(
      long budget,
      int count,
      IntFunction<Contributor> contributor,
      IntFunction<PlayerValue> value) {
    List<PlayerValue> values = IntStream.range(0, count).mapToObj(value).toList();
    Diagnostics diagnostics = new Diagnostics(0, count, 0, Double.NaN, 4, 0, 0);
    return PayoutRequest.of(
        IntStream.range(0, count).mapToObj(contributor).toList(),
        new dev.clade.valuation.game.payout.Property(
            "score", "points", Scale.BOUNDED, new Solution(values, diagnostics), Optional.empty()),
        budget);
  }
}
