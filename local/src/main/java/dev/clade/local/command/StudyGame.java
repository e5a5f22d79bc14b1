package dev.clade.local.command;

import java.util.List;
import java.util.stream.Stream;

/** What contributors own in an experiment. */
enum StudyGame {
  /** Handwritten digits. */
  DIGITS(""),
  /** Pictures of clothes. */
  CLOTHES("-clothes");

  private final String suffix;

  StudyGame(String suffix) {
    this.suffix = suffix;
  }

  /** Returns the names of experiments on this game. */
  List<String> experiments(String... names) {
    return Stream.of(names).map(name -> name + suffix).toList();
  }
}
