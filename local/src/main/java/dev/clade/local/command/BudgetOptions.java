package dev.clade.local.command;

import dev.clade.local.client.MoneyText;
import dev.clade.valuation.v1.Budget;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The most that a valuation may use. */
final class BudgetOptions {
  @Option(
      names = "--evaluations",
      defaultValue = "0",
      description = "Most trainings to begin. Default: no limit.")
  private int evaluations;

  @Option(
      names = "--device-hours",
      defaultValue = "0",
      description = "Most hours of workers' devices. Default: no limit.")
  private double deviceHours;

  @Option(
      names = "--cost",
      paramLabel = "AMOUNT",
      description = "Most money, such as \"10 EUR\". Default: no limit.")
  private String cost;

  /** Returns the budget, if any limit is given. */
  Optional<Budget> budget() {
    Budget.Builder budget =
        Budget.newBuilder().setEvaluations(evaluations).setDeviceHours(deviceHours);
    if (cost != null) {
      budget.setCost(MoneyText.parse(cost));
    }
    return Optional.of(budget.build()).filter(each -> !each.equals(Budget.getDefaultInstance()));
  }
}
