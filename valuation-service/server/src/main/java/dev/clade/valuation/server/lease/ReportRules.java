package dev.clade.valuation.server.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.Report;

/** What holds of a good report, whatever its run. */
final class ReportRules {
  private static final int MOST_UTILITIES = 50;
  private static final int LONGEST_HASH = 128;
  private static final int LONGEST_MESSAGE = 1_000;

  private ReportRules() {}

  /** Checks a report, or fails naming the first field that breaks a rule. */
  static void check(Report report) {
    switch (report) {
      case Report.Result result -> check("result", result);
      case Report.Failure failure ->
          requireText("failure.message", failure.message(), LONGEST_MESSAGE);
      case Report.Release _ -> {
        // It says all by being there.
      }
    }
  }

  /**
   * Checks a result, or fails naming the first field that breaks a rule.
   *
   * @param field the field that has the result
   */
  static void check(String field, Report.Result result) {
    if (result.utilities().isEmpty()) {
      throw CladeException.missingField(field + ".utilities");
    }
    if (result.utilities().size() > MOST_UTILITIES) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field + ".utilities",
          result.utilities().size(),
          "must be at most 50");
    }
    result
        .utilities()
        .forEach(
            (name, value) -> {
              Fields.requireIdentifier(field + ".utilities", name);
              if (!(Math.abs(value) <= Report.LARGEST_UTILITY)) {
                throw CladeException.invalidField(
                    Reason.FIELD_OUT_OF_RANGE,
                    "%s.utilities[\"%s\"]".formatted(field, name),
                    value,
                    "must be within 1e100 of 0");
              }
            });
    requireText(field + ".reference_hash", result.referenceHash(), LONGEST_HASH);
    if (!(result.durationSeconds() >= 0) || Double.isInfinite(result.durationSeconds())) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field + ".duration_seconds",
          result.durationSeconds(),
          "must be finite and at least 0");
    }
  }

  private static void requireText(String field, String value, int longest) {
    if (value.isEmpty()) {
      throw CladeException.missingField(field);
    }
    Fields.requireText(field, value, longest);
  }
}
