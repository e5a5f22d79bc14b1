package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.payout.Split.Participation;
import dev.clade.valuation.game.payout.Split.Performance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** One payout in the making: each step is written down as it is taken. */
final class Settlement {
  private final PayoutRule rule;
  private final PayoutRequest request;
  private final List<Claim> claims;
  private final List<Step> steps = new ArrayList<>();

  Settlement(PayoutRule rule, PayoutRequest request) {
    this.rule = rule;
    this.request = request;
    this.claims = Claim.of(request);
  }

  Payout payout() {
    long[] least = amounts(Contributor::least);
    if (sum(least).compareTo(BigInteger.valueOf(request.budget())) > 0) {
      return refused(
          "the budget of %d does not hold fees and floors of %d", request.budget(), sum(least));
    }
    requireNoFloorsUnderTransfers();
    step("values", PlayerValue::value);
    step("lower ends of values", PlayerValue::lower);
    step("upper ends of values", PlayerValue::upper);
    double worth =
        request.properties().stream()
            .mapToDouble(property -> request.weight(property) * property.worth())
            .sum();
    steps.add(Step.of("worth of all", new double[] {worth}));
    long[] payments = amounts(Contributor::fee);
    steps.add(Step.of("fees", payments));
    long rest = request.budget() - sum(payments).longValueExact();
    List<Pot> pots = rule.pots();
    long[] amounts = LargestRemainder.split(rest, pots.stream().mapToDouble(Pot::part).toArray());
    steps.add(Step.of("pots", amounts));
    double[][] shares = new double[pots.size()][];
    boolean byPerformance = false;
    for (int pot = 0; pot < shares.length; pot++) {
      shares[pot] = shares(pots.get(pot), worth);
      byPerformance |= shares[pot].length > 0 && pots.get(pot).split() instanceof Performance;
    }
    int fallback = fallback();
    for (int pot = 0; pot < shares.length; pot++) {
      if (shares[pot].length == 0 && fallback < 0) {
        return refused("there is no value to pay %d by, and no pot for taking part", rest);
      }
      if (shares[pot].length == 0) {
        amounts[fallback] += amounts[pot];
        amounts[pot] = 0;
        steps.add(Step.of("pots without " + pots.get(pot).name(), amounts));
      }
    }
    for (int pot = 0; pot < shares.length; pot++) {
      if (shares[pot].length > 0) {
        long[] parts = LargestRemainder.split(amounts[pot], shares[pot]);
        steps.add(Step.of("payments from " + pots.get(pot).name(), parts));
        Arrays.setAll(payments, i -> payments[i] + parts[i]);
      }
    }
    return paid(Floors.lifted(payments, hasTransfers() ? payments : least), byPerformance);
  }

  /** Returns the shares of a pot; none when there is nothing to pay it by. */
  private double[] shares(Pot pot, double worth) {
    return switch (pot.split()) {
      case Participation(boolean byWeight) -> {
        double[] weights =
            claims.stream()
                .mapToDouble(each -> byWeight ? each.contributor().weight() : 1)
                .toArray();
        if (Arrays.stream(weights).sum() == 0) {
          throw new IllegalArgumentException(
              "weights must not all be 0 in pot %s".formatted(pot.name()));
        }
        yield weights;
      }
      case Performance(Adjustment adjustment, boolean transfers) -> {
        double[] adjusted = adjustment.apply(claims.stream().map(Claim::value).toList());
        steps.add(Step.of("adjusted values of " + pot.name(), adjusted));
        double[] shares =
            Arrays.stream(adjusted).map(value -> transfers ? value : Math.max(0, value)).toArray();
        yield worth > 0 && Arrays.stream(shares).sum() > 0 ? shares : new double[0];
      }
    };
  }

  private int fallback() {
    return IntStream.range(0, rule.pots().size())
        .filter(pot -> rule.pots().get(pot).split() instanceof Participation)
        .findFirst()
        .orElse(-1);
  }

  private boolean hasTransfers() {
    return rule.pots().stream()
        .anyMatch(pot -> pot.split() instanceof Performance(_, boolean transfers) && transfers);
  }

  private void requireNoFloorsUnderTransfers() {
    if (hasTransfers() && claims.stream().anyMatch(each -> each.contributor().floor() > 0)) {
      throw new IllegalArgumentException("floors must be 0 under a rule with transfers");
    }
  }

  private Payout paid(long[] payments, boolean byPerformance) {
    return new Payout.Paid(
        rule,
        request,
        steps,
        IntStream.range(0, payments.length)
            .mapToObj(i -> new Payment(claims.get(i).contributor().id(), payments[i]))
            .toList(),
        byPerformance);
  }

  private Payout refused(String reason, Object... numbers) {
    return new Payout.Refused(rule, request, steps, reason.formatted(numbers));
  }

  private long[] amounts(ToLongFunction<Contributor> amount) {
    return claims.stream().mapToLong(each -> amount.applyAsLong(each.contributor())).toArray();
  }

  private void step(String name, ToDoubleFunction<PlayerValue> number) {
    steps.add(Step.of(name, claims.stream().map(Claim::value).mapToDouble(number).toArray()));
  }

  private static BigInteger sum(long[] amounts) {
    return Arrays.stream(amounts)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
