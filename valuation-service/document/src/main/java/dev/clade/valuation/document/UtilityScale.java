package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Scale;
import java.util.Map;
import java.util.Optional;

/**
 * How utilities that runs may share out are measured.
 *
 * @param unit of utilities and values
 * @param scale how far they reach
 */
public record UtilityScale(String unit, Scale scale) {
  private static final UtilityScale LOGARITHM = new UtilityScale("nats", Scale.LOGARITHMIC);
  private static final UtilityScale PART = new UtilityScale("parts of 1", Scale.BOUNDED);

  private static final Map<String, UtilityScale> KNOWN =
      Map.of(
          "neg_log_fid", LOGARITHM,
          "neg_log_kid", LOGARITHM,
          "precision", PART,
          "recall", PART,
          "coverage", PART,
          "classifier_score", new UtilityScale("classes", Scale.BOUNDED),
          "class_entropy", new UtilityScale("bits", Scale.BOUNDED),
          "class_coverage", PART);

  /** Returns the scale of a utility; nothing when it is only known to those who measure it. */
  public static Optional<UtilityScale> known(String utility) {
    return Optional.ofNullable(KNOWN.get(utility));
  }

  /** As {@link #known}; a utility that is not has no end that anybody could rely on. */
  static UtilityScale of(String utility) {
    return known(utility).orElseGet(() -> new UtilityScale(utility, Scale.UNBOUNDED));
  }
}
