package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Distinct coalitions, all equally likely, which each player joins by the toss of a coin: those
 * that Banzhaf values are estimated from (Wang and Jia 2023). The empty and the grand one are there
 * besides. Toss j depends on the seed and j only, and one that was there before is passed over.
 */
public final class UniformDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<Coalition> coalitions;

  private UniformDesign(int playerCount, List<Coalition> coalitions) {
    this.playerCount = playerCount;
    this.coalitions = List.copyOf(coalitions);
  }

  /**
   * Draws a design. Takes about as many draws as the budget, more when it nears every coalition
   * (coupon collection).
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: from 3 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static UniformDesign draw(int playerCount, int budget, long seed) {
    Budget.require(playerCount, budget, 3);
    Set<Coalition> coalitions = new LinkedHashSet<>();
    coalitions.add(Coalition.empty(playerCount));
    coalitions.add(Coalition.grand(playerCount));
    long everybody = Coalition.grand(playerCount).members();
    for (long index = 0; coalitions.size() < budget; index++) {
      long members = CounterRandom.at(seed, index).nextLong() & everybody;
      coalitions.add(new Coalition(playerCount, members));
    }
    return new UniformDesign(playerCount, List.copyOf(coalitions));
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return coalitions;
  }
}
