package dev.clade.valuation.study.experiment;

import java.io.IOException;

/** A question about values that is answered by trying it out. */
public interface Experiment {
  /** Returns what it is asked for by, such as {@code e1}. */
  String name();

  /** Returns the question, for people. */
  String title();

  /**
   * Tries it out.
   *
   * @throws IOException when images cannot be read or results written
   */
  Outcome run(Workbench bench) throws IOException;
}
