package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * Values of a cheap proxy, corrected by a few retrained coalitions: with utilities v2 of the proxy
 * and v3 of retraining,
 *
 * <pre>  phi = phi(v2, all its coalitions) + phi(v3 - v2, coalitions that both have).</pre>
 *
 * <p>Values are linear in utilities, so the sum estimates phi(v3) whatever the proxy's bias. The
 * proxy is a control variate: the correction is the surer, the better the tiers agree within sizes.
 * The two terms are taken for independent; the noise of shared proxy trainings enters them with
 * opposite signs, so this errs to the wide side.
 *
 * @param agreement how well the tiers agree
 * @param proxy values of the proxy's table
 * @param correction values of v3 - v2
 * @param gain variance of values from the retrained coalitions alone over that of calibrated ones,
 *     each summed over players: above 1 calibration pays; NaN when one cannot be told
 */
public record TierCalibration(
    ProxyAgreement agreement, Solution proxy, Solution correction, double gain) {

  /**
   * Calibrates a proxy.
   *
   * @param estimator a pure function of the table
   * @param proxy utilities of the proxy
   * @param retrained utilities of retrained models; a few coalitions and both endpoints do
   * @return nothing when the proxy's values or the correction are not determined
   * @throws IllegalArgumentException when the tables differ in players
   */
  public static Optional<TierCalibration> of(
      Estimator estimator, UtilityTable proxy, UtilityTable retrained) {
    ProxyAgreement agreement = ProxyAgreement.of(proxy, retrained);
    Optional<Solution> cheap = estimator.solve(proxy);
    Optional<Solution> correction = estimator.solve(difference(proxy, retrained));
    if (cheap.isEmpty() || correction.isEmpty()) {
      return Optional.empty();
    }
    double alone =
        estimator
            .solve(retrained.filter(proxy::has))
            .map(TierCalibration::variance)
            .orElse(Double.NaN);
    return Optional.of(
        new TierCalibration(
            agreement,
            cheap.get(),
            correction.get(),
            alone / (variance(cheap.get()) + variance(correction.get()))));
  }

  /** Returns v3 - v2 where both are known, a row for each retrained replicate. */
  private static UtilityTable difference(UtilityTable proxy, UtilityTable retrained) {
    UtilityTable.Builder builder = UtilityTable.builder(proxy.playerCount());
    retrained.forEach(
        (coalition, utilities) -> {
          for (int i = 0; proxy.has(coalition) && i < utilities.count(); i++) {
            builder.add(coalition, i, utilities.values().get(i) - proxy.mean(coalition));
          }
        });
    return builder.build();
  }

  private static double variance(Solution solution) {
    return solution.values().stream()
        .mapToDouble(PlayerValue::standardError)
        .map(error -> error * error)
        .sum();
  }
}
