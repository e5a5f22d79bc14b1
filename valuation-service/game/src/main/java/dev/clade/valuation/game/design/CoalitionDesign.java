package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.Stream;

/** A choice of coalitions to train. */
public sealed interface CoalitionDesign
    permits ExhaustiveDesign, LeverageDesign, PairedKernelDesign, PermutationDesign {

  /** Returns how many players the game has. */
  int playerCount();

  /**
   * Returns the coalitions, each once: empty, grand, then the others, pair by pair a coalition and
   * its complement where the design is in pairs.
   */
  List<Coalition> coalitions();

  /**
   * Returns empty, grand, then pair by pair a coalition and its complement.
   *
   * @param halves one coalition of each pair
   */
  static List<Coalition> inPairs(int playerCount, List<Coalition> halves) {
    return Stream.concat(
            Stream.of(Coalition.empty(playerCount), Coalition.grand(playerCount)),
            halves.stream().flatMap(half -> Stream.of(half, half.complement())))
        .toList();
  }
}
