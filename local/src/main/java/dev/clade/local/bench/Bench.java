package dev.clade.local.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A measurement with a goal. */
public interface Bench {

  /** Returns the name that the bench is called by. */
  String name();

  /** Returns in one line what is measured and what the goal is. */
  String description();

  /**
   * Measures.
   *
   * @param home root of the repository
   * @param data the data to use instead of the bench's own choice
   * @param rounds how many times to measure each side
   * @param out told what is done and found
   */
  BenchResult run(Path home, Optional<Path> data, int rounds, PrintWriter out) throws Exception;
}
