package dev.clade.valuation.server.grpc;

import com.google.type.Money;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.Usage;
import dev.clade.valuation.server.run.WantedBudget;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.Precision;
import java.util.Optional;

/** Maps what a run may use, what it has used, and how sure it is to be. */
final class LimitMessages {
  private LimitMessages() {}

  /**
   * Returns a budget as it is asked for.
   *
   * @param field the field that has it
   */
  static WantedBudget budget(String field, Budget budget) {
    Money cost = budget.getCost();
    return new WantedBudget(
        budget.getEvaluations(),
        budget.getDeviceHours(),
        budget.hasCost()
            ? Optional.of(
                new WantedBudget.Cost(
                    cost.getCurrencyCode(), MoneyMessages.amount(field + ".cost", cost)))
            : Optional.empty());
  }

  static Optional<PrecisionTarget> precision(Precision precision) {
    return switch (precision.getTargetCase()) {
      case HALF_WIDTH -> target(PrecisionTarget.Kind.HALF_WIDTH, precision.getHalfWidth());
      case PART_OF_SPREAD ->
          target(PrecisionTarget.Kind.PART_OF_SPREAD, precision.getPartOfSpread());
      case RANKS_SETTLED ->
          precision.getRanksSettled()
              ? target(PrecisionTarget.Kind.RANKS_SETTLED, 0)
              : Optional.empty();
      case TARGET_NOT_SET -> Optional.empty();
    };
  }

  static Precision precision(PrecisionTarget target) {
    Precision.Builder precision = Precision.newBuilder();
    switch (target.kind()) {
      case HALF_WIDTH -> precision.setHalfWidth(target.amount());
      case PART_OF_SPREAD -> precision.setPartOfSpread(target.amount());
      case RANKS_SETTLED -> precision.setRanksSettled(true);
    }
    return precision.build();
  }

  static Budget budget(Run run) {
    Budget.Builder message = Budget.newBuilder();
    dev.clade.valuation.server.domain.Budget budget = run.spec().budget();
    budget.evaluations().ifPresent(message::setEvaluations);
    budget.deviceHours().ifPresent(message::setDeviceHours);
    budget
        .cost()
        .ifPresent(
            cost ->
                message.setCost(MoneyMessages.money(run.price().orElseThrow().currency(), cost)));
    return message.build();
  }

  static dev.clade.valuation.v1.Usage usage(Run run) {
    Usage usage = run.usage();
    dev.clade.valuation.v1.Usage.Builder message =
        dev.clade.valuation.v1.Usage.newBuilder()
            .setEvaluations(usage.leases())
            .setDeviceHours(usage.deviceHours())
            .setReusedEvaluations(usage.reused());
    run.price()
        .ifPresent(
            price ->
                message.setCost(
                    MoneyMessages.money(price.currency(), price.of(usage.deviceSeconds()))));
    return message.build();
  }

  static Money price(Price price) {
    return MoneyMessages.money(price.currency(), price.deviceHour());
  }

  private static Optional<PrecisionTarget> target(PrecisionTarget.Kind kind, double amount) {
    return Optional.of(new PrecisionTarget(kind, amount));
  }
}
