package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The coalitions that form while players join one by one in random orders, from empty to grand. An
 * order costs n-1 coalitions besides these two, fewer when orders share some. Order j depends on
 * the seed and j only.
 */
public final class PermutationDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<List<List<Coalition>>> units;

  private PermutationDesign(int playerCount, List<List<List<Coalition>>> units) {
    this.playerCount = playerCount;
    this.units = List.copyOf(units);
  }

  /**
   * Draws independent orders.
   *
   * @param playerCount players, 1 to 64
   * @param orders how many, at least 1
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static PermutationDesign independent(int playerCount, int orders, long seed) {
    return draw(playerCount, orders, seed, false);
  }

  /**
   * Draws orders together with their reverses, whose coalitions are the complements. What a player
   * adds early in one it adds late in the other, so that most errors of a value that depend on
   * place cancel (Lomeli et al. 2019).
   *
   * @param playerCount players, 1 to 64
   * @param pairs how many orders with a reverse each, at least 1
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static PermutationDesign antithetic(int playerCount, int pairs, long seed) {
    return draw(playerCount, pairs, seed, true);
  }

  /**
   * Draws orders in which each union of players joins in one piece, together with their reverses:
   * unions in a random order, and in each its members. {@link
   * dev.clade.valuation.game.marginal.PermutationShapley} over them estimates Owen values.
   *
   * @param unions the unions
   * @param pairs how many orders with a reverse each, at least 1
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when there is no order
   */
  public static PermutationDesign inUnions(Unions unions, int pairs, long seed) {
    return draw(unions.playerCount(), pairs, true, index -> unionOrder(unions, seed, index));
  }

  private static PermutationDesign draw(int playerCount, int count, long seed, boolean reverses) {
    if (playerCount < 1 || playerCount > Coalition.MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 1 to 64: " + playerCount);
    }
    return draw(
        playerCount,
        count,
        reverses,
        index -> CounterRandom.order(playerCount, CounterRandom.at(seed, index)));
  }

  private static PermutationDesign draw(
      int playerCount, int count, boolean reverses, IntFunction<int[]> orders) {
    if (count < 1) {
      throw new IllegalArgumentException("there must be an order: " + count);
    }
    List<List<List<Coalition>>> units = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      List<Coalition> chain = chain(orders.apply(index));
      units.add(
          reverses
              ? List.of(chain, chain.reversed().stream().map(Coalition::complement).toList())
              : List.of(chain));
    }
    return new PermutationDesign(playerCount, units);
  }

  /**
   * Returns what was drawn independently: an order, with its reverse if there is one. Each is the
   * list of the coalitions that form, empty and grand included.
   */
  public List<List<List<Coalition>>> units() {
    return units;
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    Set<Coalition> all = new LinkedHashSet<>();
    all.add(Coalition.empty(playerCount));
    all.add(Coalition.grand(playerCount));
    for (List<List<Coalition>> unit : units) {
      for (Coalition coalition : unit.getFirst()) {
        all.add(coalition);
        if (unit.size() > 1) {
          all.add(coalition.complement());
        }
      }
    }
    return List.copyOf(all);
  }

  private static int[] unionOrder(Unions unions, long seed, int index) {
    SplittableRandom random = CounterRandom.at(seed, index);
    return Arrays.stream(CounterRandom.order(unions.all().size(), random))
        .flatMap(
            union -> {
              int[] members = unions.all().get(union).players().toArray();
              return Arrays.stream(CounterRandom.order(members.length, random))
                  .map(place -> members[place]);
            })
        .toArray();
  }

  private static List<Coalition> chain(int[] order) {
    List<Coalition> chain = new ArrayList<>(order.length + 1);
    long members = 0;
    chain.add(Coalition.empty(order.length));
    for (int player : order) {
      members |= 1L << player;
      chain.add(new Coalition(order.length, members));
    }
    return List.copyOf(chain);
  }
}
