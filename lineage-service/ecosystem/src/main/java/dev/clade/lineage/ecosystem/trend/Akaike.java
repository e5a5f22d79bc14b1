package dev.clade.lineage.ecosystem.trend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A model's place among others by the information criterion of Akaike (1974), AIC = 2k − 2·ln L.
 * All must be fitted to the same values of the same response: that of counts does not compare with
 * that of their logarithms.
 *
 * @param model its name
 * @param criterion the AIC; the smaller, the better
 * @param difference to that of the best
 * @param weight how likely it is the best of those compared (Burnham and Anderson 2002), 0 to 1
 */
public record Akaike(String model, double criterion, double difference, double weight) {
  /**
   * Returns the criterion of a fit with normal errors of one variance.
   *
   * @param residualSumOfSquares what the fit does not explain, above 0
   * @param count how many observations
   * @param parameters how many were fitted; the errors' variance need not count where all models
   *     have it, as with statsmodels
   */
  public static double ofResiduals(double residualSumOfSquares, int count, int parameters) {
    return count * (Math.log(2 * Math.PI * residualSumOfSquares / count) + 1) + 2.0 * parameters;
  }

  /** Compares models by their criteria; the best comes first, equal ones by name. */
  public static List<Akaike> compare(Map<String, Double> criteria) {
    double best = criteria.values().stream().mapToDouble(each -> each).min().orElse(0);
    double sum = criteria.values().stream().mapToDouble(each -> Math.exp((best - each) / 2)).sum();
    return criteria.entrySet().stream()
        .map(
            each ->
                new Akaike(
                    each.getKey(),
                    each.getValue(),
                    each.getValue() - best,
                    Math.exp((best - each.getValue()) / 2) / sum))
        .sorted(Comparator.comparingDouble(Akaike::criterion).thenComparing(Akaike::model))
        .toList();
  }
}
