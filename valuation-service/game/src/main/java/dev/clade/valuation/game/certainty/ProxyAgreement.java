package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.statistic.Correlation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well utilities of a proxy, such as a fine-tuned model, agree with those of retraining on the
 * coalitions that both tables have, endpoints left out.
 *
 * @param coalitionCount coalitions that both have
 * @param pearson correlation of utilities; much of it is the size of coalitions
 * @param withinSizePearson correlation of what is left of utilities when the mean of their size is
 *     taken from both: this is what moves values; NaN without two coalitions of one size
 * @param meanAbsoluteError mean of |proxy - retrained|; NaN without a coalition
 * @param biasBySize mean of proxy - retrained by size of coalition; a bias that depends on the size
 *     alone does not move values
 */
public record ProxyAgreement(
    int coalitionCount,
    double pearson,
    double withinSizePearson,
    double meanAbsoluteError,
    SortedMap<Integer, Double> biasBySize) {

  /** Copies the map. */
  public ProxyAgreement {
    biasBySize = Collections.unmodifiableSortedMap(new TreeMap<>(biasBySize));
  }

  /**
   * Compares two tables of one game.
   *
   * @throws IllegalArgumentException when they differ in players
   */
  public static ProxyAgreement of(UtilityTable proxy, UtilityTable retrained) {
    retrained.requirePlayers(proxy.playerCount());
    SortedMap<Integer, List<Coalition>> bySize = new TreeMap<>();
    retrained.forEach(
        (coalition, _) -> {
          if (coalition.size() > 0
              && coalition.size() < coalition.playerCount()
              && proxy.has(coalition)) {
            bySize.computeIfAbsent(coalition.size(), _ -> new ArrayList<>()).add(coalition);
          }
        });
    int count = bySize.values().stream().mapToInt(List::size).sum();
    double[] proxies = new double[count];
    double[] truths = new double[count];
    double[] centredProxies = new double[count];
    double[] centredTruths = new double[count];
    SortedMap<Integer, Double> bias = new TreeMap<>();
    double absolute = 0;
    int place = 0;
    for (var entry : bySize.entrySet()) {
      double proxyMean = mean(proxy, entry.getValue());
      double truthMean = mean(retrained, entry.getValue());
      bias.put(entry.getKey(), proxyMean - truthMean);
      for (Coalition coalition : entry.getValue()) {
        proxies[place] = proxy.mean(coalition);
        truths[place] = retrained.mean(coalition);
        centredProxies[place] = proxies[place] - proxyMean;
        centredTruths[place] = truths[place] - truthMean;
        absolute += Math.abs(proxies[place] - truths[place]);
        place++;
      }
    }
    return new ProxyAgreement(
        count,
        Correlation.pearson(proxies, truths),
        Correlation.pearson(centredProxies, centredTruths),
        absolute / count,
        bias);
  }

  private static double mean(UtilityTable table, List<Coalition> coalitions) {
    return coalitions.stream().mapToDouble(table::mean).sum() / coalitions.size();
  }
}
