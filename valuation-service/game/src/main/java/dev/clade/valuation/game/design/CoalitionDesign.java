package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.Stream;

/** A choice of coalitions to train. */
public sealed interface CoalitionDesign
    permits ExhaustiveDesign,
        FixedSizeDesign,
        KernelDesign,
        LeverageDesign,
        PermutationDesign,
        SingletonsFirst,
        UniformDesign {

  /** Returns how many players the game has. */
  int playerCount();

  /**
   * Returns the coalitions, each once: empty, grand, then the others, pair by pair a coalition and
   * its complement where the design is in pairs.
   */
  List<Coalition> coalitions();

  /** Returns empty, grand, then the others in their order. */
  static List<Coalition> withEndpoints(int playerCount, Stream<Coalition> others) {
    return Stream.concat(
            Stream.of(Coalition.empty(playerCount), Coalition.grand(playerCount)), others)
        .toList();
  }

  /**
   * Returns empty, grand, then pair by pair a coalition and its complement.
   *
   * @param halves one coalition of each pair
   */
  static List<Coalition> inPairs(int playerCount, List<Coalition> halves) {
    return withEndpoints(
        playerCount, halves.stream().flatMap(half -> Stream.of(half, half.complement())));
  }

  /** Returns the one of a coalition and its complement that holds the last player. */
  static Coalition representative(Coalition coalition) {
    return coalition.contains(coalition.playerCount() - 1) ? coalition : coalition.complement();
  }
}
