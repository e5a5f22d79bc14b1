package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.oracle.Laboratory;
import java.io.IOException;
import java.util.Locale;

/** A game of eight contributors, small enough to retrain every coalition. */
public enum Game {
  /** Handwritten digits. */
  DIGITS(50) {
    @Override
    Laboratory set(Workbench bench) throws IOException {
      return Games.digits(bench);
    }
  },
  /** Pictures of clothes. */
  CLOTHES(100) {
    @Override
    Laboratory set(Workbench bench) throws IOException {
      return Games.clothes(bench);
    }
  };

  private final int enoughSteps;

  Game(int enoughSteps) {
    this.enoughSteps = enoughSteps;
  }

  /** Returns the steps of fine-tuning from which values are claimed to agree with exact ones. */
  int enoughSteps() {
    return enoughSteps;
  }

  /** Returns the game's laboratory. */
  abstract Laboratory set(Workbench bench) throws IOException;

  /** Returns the name of an experiment on the game: its own on digits, with a suffix on others. */
  String nameOf(String experiment) {
    return this == DIGITS ? experiment : experiment + "-" + label();
  }

  /** Returns what contributors own, in lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
