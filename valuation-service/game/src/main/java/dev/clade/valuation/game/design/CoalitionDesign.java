package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/** A choice of coalitions to train. */
public sealed interface CoalitionDesign
    permits ExhaustiveDesign, LeverageDesign, PairedKernelDesign {

  /** Returns how many players the game has. */
  int playerCount();

  /**
   * Returns the coalitions, each once: empty, grand, then pair by pair a coalition and its
   * complement.
   */
  List<Coalition> coalitions();
}
