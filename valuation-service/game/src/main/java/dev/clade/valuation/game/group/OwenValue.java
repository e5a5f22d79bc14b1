package dev.clade.valuation.game.group;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.List;
import java.util.Optional;

/**
 * The Owen value (Owen 1977) of players in unions, such as the contributors of organizations: what
 * a player adds in the mean over all orders of joining in which each union joins in one piece.
 *
 * <pre>
 *   sum over unions H without the player's, and over T within the player's union without the player,
 *   of h!(m-h-1)!/m! t!(b-t-1)!/b! (v(H + T + player) - v(H + T))
 * </pre>
 *
 * <p>with h of m unions in H and t of the union's b players in T. The values of a union sum to its
 * Shapley value in the game among unions. O(2^m 2^b) a player. Only the coalitions of whole unions
 * plus a part of one are needed. Values come without intervals. For more players, {@link
 * dev.clade.valuation.game.marginal.PermutationShapley} samples such orders.
 */
public final class OwenValue implements Estimator {
  private final int playerCount;
  private final List<Coalition> unions;

  /**
   * Creates the estimator.
   *
   * @param unions of 1 to {@value ExhaustiveDesign#MOST_PLAYERS} players together
   * @throws IllegalArgumentException when there are too many players
   */
  public OwenValue(Unions unions) {
    this.unions = unions.all();
    this.playerCount = unions.playerCount();
    if (playerCount > ExhaustiveDesign.MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 1 to 12: " + playerCount);
    }
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    table.requirePlayers(playerCount);
    double[] values = new double[playerCount];
    for (Coalition union : unions) {
      long[] others =
          unions.stream().filter(each -> each != union).mapToLong(Coalition::members).toArray();
      for (long chosen = 0; chosen < 1L << others.length; chosen++) {
        long outside = 0;
        for (int i = 0; i < others.length; i++) {
          outside |= (chosen >>> i & 1) == 0 ? 0 : others[i];
        }
        double weight = weight(Long.bitCount(chosen), unions.size());
        if (!add(table, union, outside, weight, values)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[playerCount], new double[playerCount]),
            Diagnostics.of(table, values, table.coalitionCount(), 0, 0)));
  }

  /** Adds what players of a union add to whole other unions; tells whether all was known. */
  private boolean add(
      UtilityTable table, Coalition union, long outside, double weight, double[] values) {
    long inside = 0;
    do {
      Coalition coalition = new Coalition(playerCount, outside | inside);
      if (!table.has(coalition)) {
        return false;
      }
      int size = Long.bitCount(inside);
      for (int player : union.players().toArray()) {
        values[player] +=
            weight
                * table.mean(coalition)
                * (coalition.contains(player)
                    ? weight(size - 1, union.size())
                    : -weight(size, union.size()));
      }
      // The next subset of the union; after the whole of it the empty one.
      inside = (inside - union.members()) & union.members();
    } while (inside != 0);
    return true;
  }

  /** Returns s!(n-s-1)!/n!: the chance that s given ones of n come before one and no others do. */
  private static double weight(int before, int count) {
    double weight = 1.0 / count;
    for (int i = 1; i <= before; i++) {
      weight = weight * i / (count - i);
    }
    return weight;
  }
}
