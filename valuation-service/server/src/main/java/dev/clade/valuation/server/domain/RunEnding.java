package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.UtilityTable;
import java.util.Optional;

/** Decides how a run ends, from what its evaluations gave. */
public interface RunEnding {

  /**
   * Returns the end of a run that has nothing left to evaluate, or cannot do without what failed.
   *
   * @param run the run as it is
   * @param table utilities of the ledger
   * @param lastFailure what the last worker that failed said; empty when none did
   */
  Ending decide(Run run, UtilityTable table, String lastFailure);

  /**
   * Returns the end of a run whose values are as precise as wanted at a look; nothing when it goes
   * on.
   *
   * @param run the run as it is
   * @param look position of the look
   * @param table utilities of the evaluations of smaller positions
   */
  Optional<Ending> look(Run run, int look, UtilityTable table);

  /**
   * Returns the end of a run that is stopped where it is, with the values that are known.
   *
   * @param run the run as it is
   * @param table utilities of the ledger
   * @param state its final state
   * @param reason why, in words
   */
  Ending stop(Run run, UtilityTable table, RunState state, String reason);
}
