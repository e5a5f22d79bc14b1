package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Requests to test rules with. */
final class Requests {
  private Requests() {}

  /** Contributors a, b, c, ... without contracts. */
  static List<Contributor> contributors(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Contributor.of(String.valueOf((char) ('a' + i))))
        .toList();
  }

  /** Values without intervals. */
  static Solution solution(double... values) {
    List<PlayerValue> all =
        Arrays.stream(values)
            .mapToObj(value -> new PlayerValue(value, Double.NaN, Double.NaN, Double.NaN, 1))
            .toList();
    double total = DoubleStream.of(values).sum();
    return new Solution(all, new Diagnostics(0, total, 0, Double.NaN, 4, 0, 0));
  }

  static Property property(double... values) {
    return new Property("score", "points", Scale.BOUNDED, solution(values), Optional.empty());
  }

  static PayoutRequest request(long budget, double... values) {
    return PayoutRequest.of(contributors(values.length), property(values), budget);
  }

  static Payout.Paid paid(Payout payout) {
    return (Payout.Paid) payout;
  }

  static List<Long> payments(PayoutRule rule, PayoutRequest request) {
    return paid(rule.pay(request)).payments().stream().map(Payment::amount).toList();
  }
}
