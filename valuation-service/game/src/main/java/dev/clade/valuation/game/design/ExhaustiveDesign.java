package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Every coalition.
 *
 * @param playerCount players, 1 to {@value #MOST_PLAYERS}
 */
public record ExhaustiveDesign(int playerCount) implements CoalitionDesign {
  /** The most players whose coalitions are all trained: 4,096 coalitions. */
  public static final int MOST_PLAYERS = 12;

  /**
   * Checks the number of players.
   *
   * @throws IllegalArgumentException when it is outside the range
   */
  public ExhaustiveDesign {
    if (playerCount < 1 || playerCount > MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 1 to 12: " + playerCount);
    }
  }

  @Override
  public List<Coalition> coalitions() {
    // The lower half of all bit masks lacks the last player; the complements have it.
    return LongStream.range(0, 1L << (playerCount - 1))
        .mapToObj(members -> new Coalition(playerCount, members))
        .<Coalition>mapMulti(
            (coalition, all) -> {
              all.accept(coalition);
              all.accept(coalition.complement());
            })
        .toList();
  }
}
