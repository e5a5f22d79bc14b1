package dev.clade.local.view;

import dev.clade.local.client.MoneyText;
import dev.clade.local.print.Table;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutStep;
import java.util.Locale;
import java.util.stream.Collectors;

/** A payout: who gets what, and how that came about. */
public final class PayoutView {
  private static final double LARGEST_WHOLE = 1e15;

  private PayoutView() {}

  /**
   * Returns the payments.
   *
   * @param steps whether intermediate results follow
   */
  public static String render(Payout payout, boolean steps) {
    StringBuilder text =
        new StringBuilder(
            "%s: %s of %s%n"
                .formatted(
                    payout.getName(),
                    MoneyText.words(payout.getTerms().getBudget()),
                    payout.getValuation()));
    if (!payout.getRefusal().isEmpty()) {
      text.append("Refused: ").append(payout.getRefusal()).append('\n');
    } else {
      Table table = new Table("contributor", ">payment");
      payout
          .getPaymentsList()
          .forEach(
              payment -> table.row(payment.getContributor(), MoneyText.words(payment.getAmount())));
      text.append(table.render());
      if (!payout.getByPerformance()) {
        text.append("Values had no part in it: there is none to pay by.\n");
      }
    }
    if (steps) {
      Table table = new Table("step", "numbers, by contributor or pot");
      payout.getStepsList().forEach(step -> table.row(step.getName(), numbers(step)));
      text.append(table.render());
    }
    return text.append(
            "Ledger of %,d evaluations, SHA-256 %s%n"
                .formatted(payout.getEvaluationCount(), payout.getLedgerSha256()))
        .toString();
  }

  private static String numbers(PayoutStep step) {
    return step.getNumbersList().stream().map(PayoutView::number).collect(Collectors.joining("  "));
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "unknown";
    }
    return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
        ? "%,d".formatted((long) number)
        : String.format(Locale.ROOT, "%.6g", number);
  }
}
