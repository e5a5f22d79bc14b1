package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.statistic.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A value with all that makes it unsure, layer by layer.
 *
 * @param value the value, with the proxy's correction where there is one
 * @param samplingError standard error from the choice of coalitions: what the total has beyond
 *     noise of training; 0 where every coalition is known, NaN where noise of training is not known
 * @param trainingError standard error from the noise of training; NaN without replicates
 * @param totalError standard error from both, as resampling pairs shows it
 * @param proxyCorrection what retrained coalitions add to the proxy's value; 0 without calibration
 * @param proxyError standard error of that correction; it does not shrink with more coalitions of
 *     the proxy. NaN without calibration: then the proxy's bias is unknown, not 0
 * @param interval nominal 95 % interval of all layers known
 */
public record LayeredValue(
    double value,
    double samplingError,
    double trainingError,
    double totalError,
    double proxyCorrection,
    double proxyError,
    Interval interval) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Tells the layers of the values of a table apart.
   *
   * <p>The interval is the percentile interval of the first two layers and, with calibration, that
   * of the sum with the correction: distances from value to end add as squares (Zou and Donner
   * 2008).
   *
   * @param calibration of the same table with retrained coalitions, where utilities are a proxy's
   * @return one a player; nothing when values cannot be resampled
   */
  public static Optional<List<LayeredValue>> of(
      PairedBootstrap bootstrap, UtilityTable table, Optional<TierCalibration> calibration) {
    Optional<ResampledValues> noise = bootstrap.noise(table);
    return bootstrap
        .total(table)
        .map(
            total ->
                IntStream.range(0, total.playerCount())
                    .mapToObj(
                        player ->
                            of(
                                player,
                                total,
                                noise.map(each -> each.standardError(player)).orElse(Double.NaN),
                                calibration.map(each -> each.correction().values().get(player))))
                    .toList());
  }

  private static LayeredValue of(
      int player, ResampledValues total, double trainingError, Optional<PlayerValue> correction) {
    double value = total.value(player);
    double error = total.standardError(player);
    Interval interval = total.interval(player, CONFIDENCE);
    double shift = 0;
    double proxyError = Double.NaN;
    if (correction.isPresent()) {
      PlayerValue added = correction.get();
      shift = added.value();
      proxyError = added.standardError();
      interval =
          new Interval(
              value + shift - Math.hypot(value - interval.lower(), shift - added.lower()),
              value + shift + Math.hypot(interval.upper() - value, added.upper() - shift));
    }
    double sampling = Math.max(0, error * error - trainingError * trainingError);
    return new LayeredValue(
        value + shift, Math.sqrt(sampling), trainingError, error, shift, proxyError, interval);
  }
}
