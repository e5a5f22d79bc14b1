package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import java.util.List;

/**
 * What came of an experiment.
 *
 * @param report its tables and figures
 * @param checks what it claims, and whether that holds
 */
public record Outcome(Report report, List<Check> checks) {
  /** Keeps an unchangeable copy. */
  public Outcome {
    checks = List.copyOf(checks);
  }

  /** Tells whether every claim holds. */
  public boolean holds() {
    return checks.stream().allMatch(Check::holds);
  }
}
