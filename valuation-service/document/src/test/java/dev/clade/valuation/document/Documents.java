package dev.clade.valuation.document;

import com.google.gson.JsonObject;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.payout.Contributor;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Makes small terms, values and documents. */
final class Documents {
  private static final List<String> IDS = List.of("a", "b", "c");

  private Documents() {}

  static PayoutTerms terms(RuleTerms rule, long budget, int contributors) {
    return new PayoutTerms(
        rule,
        "EUR",
        budget,
        IDS.subList(0, contributors).stream().map(Contributor::of).toList(),
        List.of(UtilityTerms.of("neg_log_fid")),
        false);
  }

  static UtilityValues values(double... values) {
    double sum = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
    return UtilityValues.of(
        "neg_log_fid",
        IDS.subList(0, values.length),
        new Solution(
            IntStream.range(0, values.length)
                .mapToObj(
                    i -> new PlayerValue(values[i], Double.NaN, Double.NaN, Double.NaN, i + 1))
                .toList(),
            new Diagnostics(0, sum, 0, Double.NaN, 1 << values.length, 0, 0)));
  }

  static PayoutDocument document() {
    PayoutTerms terms = terms(RuleTerms.twoPots(0.2, false), 1000, 2);
    List<UtilityValues> values = List.of(values(3, 1));
    JsonObject trainer = new JsonObject();
    trainer.addProperty("training_steps", 300);
    return new PayoutDocument(
        PayoutDocument.VERSION,
        "payouts/1",
        new RunRecord(
            "valuations/1",
            "imageSets/1",
            trainer,
            "neg_log_fid",
            "EXACT",
            4,
            1,
            Long.toString(Long.MIN_VALUE),
            "SUCCEEDED"),
        4,
        "00",
        4,
        terms,
        values,
        PayoutOutcome.of(terms, values),
        Instant.parse("2026-11-28T15:50:23.123456Z"));
  }
}
