package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.UtilityTable;

/** Decides how a run ends, from all that its evaluations gave. */
@FunctionalInterface
public interface RunEnding {

  /**
   * Returns the end of a run that has nothing left to evaluate, or cannot do without what failed.
   *
   * @param run the run as it is
   * @param table utilities of the ledger
   * @param lastFailure what the last worker that failed said; empty when none did
   */
  Ending decide(Run run, UtilityTable table, String lastFailure);
}
