package dev.clade.lineage.ecosystem;

import dev.clade.lineage.ecosystem.activity.ActivityAnalysis;
import dev.clade.lineage.ecosystem.adoption.AdoptionAnalysis;
import dev.clade.lineage.ecosystem.documentation.DocumentationAnalysis;
import dev.clade.lineage.ecosystem.drift.DriftAnalysis;
import dev.clade.lineage.ecosystem.evolution.EvolutionAnalysis;
import dev.clade.lineage.ecosystem.library.LibraryAnalysis;
import dev.clade.lineage.ecosystem.maintenance.MaintenanceAnalysis;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.network.NetworkAnalysis;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.reuse.ReuseAnalysis;
import dev.clade.lineage.ecosystem.structure.StructureAnalysis;
import dev.clade.lineage.ecosystem.topic.TopicAnalysis;
import dev.clade.lineage.ecosystem.turnover.TurnoverAnalysis;
import java.util.List;
import java.util.Optional;

/** The analyses that can be asked for. Immutable. */
public final class Analyses {
  private final List<Analysis> all;

  private Analyses(List<Analysis> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Returns all analyses.
   *
   * @param judged messages to learn from what commits are for; maybe none
   */
  public static Analyses of(JudgedMessages judged) {
    return new Analyses(
        List.of(
            new ActivityAnalysis(),
            new AdoptionAnalysis(),
            new DocumentationAnalysis(),
            new DriftAnalysis(),
            new EvolutionAnalysis(),
            new LibraryAnalysis(),
            new MaintenanceAnalysis(judged),
            new NetworkAnalysis(),
            new ReuseAnalysis(),
            new StructureAnalysis(),
            new TopicAnalysis(),
            new TurnoverAnalysis()));
  }

  /** Returns all, by name. */
  public List<Analysis> all() {
    return all;
  }

  /** Returns the analysis of a name. */
  public Optional<Analysis> find(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
