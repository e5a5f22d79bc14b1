package dev.clade.lineage.ecosystem.report;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.report.Source;
import java.util.List;

/**
 * A question to a whole hub. Its answer depends on what it is asked of, the parameters and {@link
 * #version} alone.
 */
public interface Analysis {
  /** Returns the name that it is asked for by, of lower-case letters and dashes. */
  String name();

  /** Returns its title, for people. */
  String title();

  /** Returns a number that grows whenever the same question would be answered otherwise. */
  int version();

  /** Returns where what it computes is defined. */
  List<Source> sources();

  /** Returns what can be set. */
  List<ParameterDefinition> parameters();

  /**
   * Answers.
   *
   * @param snapshot the graph
   * @param catalogue what is known beside it, which may be later than the snapshot
   * @param parameters made of {@link #parameters}
   */
  Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters);
}
