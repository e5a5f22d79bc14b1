package dev.clade.local.bench;

import java.io.PrintWriter;
import java.util.Map;

/**
 * What a bench found.
 *
 * @param name name of the bench
 * @param machine processors, memory and system
 * @param figures every figure by name, in snake_case with its unit
 * @param figure the one that the goal is about
 * @param goal what it is to be
 * @param correct whether the bench's own results are right
 */
public record BenchResult(
    String name,
    String machine,
    Map<String, Double> figures,
    double figure,
    Goal goal,
    boolean correct) {

  /** Returns whether the goal is reached with right results. */
  public boolean holds() {
    return correct && goal.isReachedBy(figure);
  }

  /**
   * Prints the last line of a bench.
   *
   * @param what what the figure is
   */
  public BenchResult conclude(String what, PrintWriter out) {
    out.printf(
        "%s: %s %s, goal %s: %s%n",
        name,
        what,
        "%.2f %s".formatted(figure, goal.unit()).strip(),
        goal,
        holds() ? "holds" : correct ? "falls short" : "falls short, as its own checks failed");
    out.flush();
    return this;
  }
}
