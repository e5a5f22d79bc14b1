package dev.clade.local.bench;

import java.util.Map;

/**
 * What a bench found.
 *
 * @param name name of the bench
 * @param machine processors, memory and system
 * @param figures every figure by name, in snake_case with its unit
 * @param ratio figure that the goal is about
 * @param goal least that the ratio must be
 * @param correct whether the bench's own results are right
 */
public record BenchResult(
    String name,
    String machine,
    Map<String, Double> figures,
    double ratio,
    double goal,
    boolean correct) {

  /** Returns whether the goal is reached with right results. */
  public boolean holds() {
    return correct && ratio >= goal;
  }
}
