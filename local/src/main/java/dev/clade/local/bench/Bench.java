package dev.clade.local.bench;

import java.io.PrintWriter;

/** A measurement with a goal. */
public interface Bench {

  /** Returns the name that the bench is called by. */
  String name();

  /** Returns in one line what is measured and what the goal is. */
  String description();

  /**
   * Measures.
   *
   * @param out told what is done and found
   */
  BenchResult run(BenchOptions options, PrintWriter out) throws Exception;
}
