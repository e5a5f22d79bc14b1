package dev.clade.lineage.ecosystem.report;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.List;

/**
 * A question to a whole snapshot. Its answer depends on the snapshot, the parameters and {@link
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
   * @param parameters made of {@link #parameters}
   */
  Report run(GraphSnapshot snapshot, Parameters parameters);
}
