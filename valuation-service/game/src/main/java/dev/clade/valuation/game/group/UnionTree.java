package dev.clade.valuation.game.group;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Values in two cheap steps: first of unions, in the game that only whole unions play, then of the
 * members of each, normalized to the union's value. For m unions of b players it takes about m + b
 * players' worth of coalitions where all together would take m b.
 */
public final class UnionTree {
  private final Unions unions;
  private final Estimator estimator;

  /**
   * Creates the tree.
   *
   * @param estimator how to value unions, a function of the table alone
   */
  public UnionTree(Unions unions, Estimator estimator) {
    this.unions = unions;
    this.estimator = estimator;
  }

  /**
   * Splits the value of each union by its members' values in the game in which all other unions
   * take part: each gets that, and all the same part of what is missing to the union's value.
   *
   * @param table coalitions of whole unions, and of all unions but a part of one
   * @param within how to value members in that game
   * @return nothing when the table does not determine the values yet
   * @throws IllegalArgumentException when the table is of a game with another number of players
   */
  public Optional<UnionSplit> splitByInnerTerms(UtilityTable table, Estimator within) {
    return split(
        table,
        UnionSplit.Basis.INNER_TERMS,
        union ->
            within
                .solve(
                    table.part(
                        unions.all().get(union).size(), players -> unions.within(union, players)))
                .map(UnionTree::values),
        (terms, value) -> {
          double missing = (value - Arrays.stream(terms).sum()) / terms.length;
          return Arrays.stream(terms).map(term -> term + missing);
        });
  }

  /**
   * Splits the value of each union in proportion to given shares.
   *
   * @param table coalitions of whole unions
   * @param shares one a player, at least 0, and above 0 for some member of each union
   * @return nothing when the table does not determine the values yet
   * @throws IllegalArgumentException when shares are not such, or the table is of another game
   */
  public Optional<UnionSplit> splitByShares(UtilityTable table, double[] shares) {
    if (shares.length != unions.playerCount()
        || !Arrays.stream(shares).allMatch(share -> share >= 0 && Double.isFinite(share))) {
      throw new IllegalArgumentException(
          "shares must be one a player and at least 0: " + Arrays.toString(shares));
    }
    for (Coalition union : unions.all()) {
      if (union.players().mapToDouble(player -> shares[player]).sum() == 0) {
        throw new IllegalArgumentException("shares of a union must not all be 0: " + union);
      }
    }
    return split(
        table,
        UnionSplit.Basis.GIVEN_SHARES,
        union ->
            Optional.of(
                unions.all().get(union).players().mapToDouble(player -> shares[player]).toArray()),
        (terms, value) -> {
          double total = Arrays.stream(terms).sum();
          return Arrays.stream(terms).map(term -> term / total * value);
        });
  }

  /** Makes the terms of a union's members sum to its value. */
  private interface Normalization {
    DoubleStream of(double[] terms, double value);
  }

  private Optional<UnionSplit> split(
      UtilityTable table,
      UnionSplit.Basis basis,
      IntFunction<Optional<double[]>> terms,
      Normalization normalization) {
    table.requirePlayers(unions.playerCount());
    Optional<Solution> ofUnions = estimator.solve(table.part(unions.all().size(), unions::whole));
    if (ofUnions.isEmpty()) {
      return Optional.empty();
    }
    double[] values = new double[unions.playerCount()];
    for (int union = 0; union < unions.all().size(); union++) {
      Optional<double[]> some = terms.apply(union);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      double[] split =
          normalization.of(some.get(), ofUnions.get().values().get(union).value()).toArray();
      int[] players = unions.all().get(union).players().toArray();
      for (int member = 0; member < players.length; member++) {
        values[players[member]] = split[member];
      }
    }
    List<Double> members = Arrays.stream(values).boxed().toList();
    return Optional.of(new UnionSplit(ofUnions.get(), members, basis));
  }

  private static double[] values(Solution solution) {
    return solution.values().stream().mapToDouble(PlayerValue::value).toArray();
  }
}
