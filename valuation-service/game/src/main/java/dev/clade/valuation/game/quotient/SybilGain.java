package dev.clade.valuation.game.quotient;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What somebody gains by appearing under several identities.
 *
 * @param alone value of the first identity in the game without the others
 * @param together sum of the values of all identities
 * @param aloneClustered value of the first without the others, clusters being players
 * @param togetherClustered sum of the values of all, clusters being players
 */
public record SybilGain(
    double alone, double together, double aloneClustered, double togetherClustered) {

  /**
   * Measures the gain on a table, which needs the coalitions with and without the copies.
   *
   * @param estimator for a number of players
   * @param identities of one owner, at least two; the first counts as the owner alone
   * @param clusters by evidence
   * @param weights of all players within clusters
   * @return nothing where one of the four games is not determined
   * @throws IllegalArgumentException when there are fewer than two identities
   */
  public static Optional<SybilGain> of(
      UtilityTable table,
      IntFunction<Estimator> estimator,
      Coalition identities,
      Clusters clusters,
      double[] weights) {
    if (identities.size() < 2) {
      throw new IllegalArgumentException("there must be two identities: " + identities);
    }
    Coalition copies =
        new Coalition(identities.playerCount(), identities.members() & (identities.members() - 1));
    Clusters players = Clusters.singletons(table.playerCount());
    Optional<Double> alone = sum(table, estimator, identities, players.without(copies), weights);
    Optional<Double> together = sum(table, estimator, identities, players, weights);
    Optional<Double> aloneClustered =
        sum(table, estimator, identities, clusters.without(copies), weights);
    Optional<Double> togetherClustered = sum(table, estimator, identities, clusters, weights);
    if (alone.isEmpty()
        || together.isEmpty()
        || aloneClustered.isEmpty()
        || togetherClustered.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SybilGain(alone.get(), together.get(), aloneClustered.get(), togetherClustered.get()));
  }

  /** Returns what copying adds, relative to the value alone, when identities are players. */
  public double before() {
    return (together - alone) / Math.abs(alone);
  }

  /** Returns what copying adds, relative to the value alone, when clusters are players. */
  public double after() {
    return (togetherClustered - aloneClustered) / Math.abs(aloneClustered);
  }

  private static Optional<Double> sum(
      UtilityTable table,
      IntFunction<Estimator> estimator,
      Coalition identities,
      Clusters clusters,
      double[] weights) {
    Optional<Solution> solution =
        estimator.apply(clusters.clusters().size()).solve(clusters.quotient(table));
    return solution.map(
        each ->
            identities
                .players()
                .mapToDouble(i -> clusters.split(each, weights).values().get(i).value())
                .sum());
  }
}
