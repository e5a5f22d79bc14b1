package dev.clade.report;

import java.util.List;

/**
 * What an analysis found.
 *
 * @param coverage what was looked at and what was missing
 * @param tables the figures in full
 * @param figures pictures of them
 * @param notes how to read them: rules, and where they differ from the sources'
 */
public record Report(
    List<Fact> coverage, List<Table> tables, List<Figure> figures, List<String> notes) {
  /** Keeps unchangeable copies. */
  public Report {
    coverage = List.copyOf(coverage);
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  /**
   * A count with its meaning.
   *
   * @param what what was counted, such as {@code models without a licence}
   * @param count how many
   */
  public record Fact(String what, long count) {}
}
