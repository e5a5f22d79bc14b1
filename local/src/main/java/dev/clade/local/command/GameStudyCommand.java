package dev.clade.local.command;

import picocli.CommandLine.Parameters;

/** Runs experiments on a game of eight contributors. */
abstract class GameStudyCommand extends StudyCommand {
  @Parameters(
      arity = "0..1",
      defaultValue = "DIGITS",
      paramLabel = "GAME",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private StudyGame game;

  /** Returns the game to play. */
  StudyGame game() {
    return game;
  }
}
