package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.powerlaw.CountedValues;
import dev.clade.lineage.ecosystem.powerlaw.Plausibility;
import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import dev.clade.lineage.ecosystem.powerlaw.TailComparison;
import java.util.Optional;

/**
 * Whether a measure follows a power law, as the study's word "Pareto" claims. Zeros have no part in
 * it.
 *
 * @param fit the best fit
 * @param comparison with a lognormal and an exponential tail
 * @param plausibility by a bootstrap, where one was asked for
 */
public record PowerLawActivity(
    PowerLawFit fit, TailComparison comparison, Optional<Plausibility> plausibility) {
  /** Returns nothing where too few values are above 0, or all of these are equal. */
  static Optional<PowerLawActivity> of(CountedValues values, ActivityOptions options) {
    return PowerLawFit.of(values)
        .map(
            fit ->
                new PowerLawActivity(
                    fit, TailComparison.of(values, fit.law()), options.plausibility(values, fit)));
  }
}
