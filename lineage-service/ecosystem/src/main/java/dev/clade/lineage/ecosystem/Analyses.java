package dev.clade.lineage.ecosystem;

import dev.clade.lineage.ecosystem.adoption.AdoptionAnalysis;
import dev.clade.lineage.ecosystem.documentation.DocumentationAnalysis;
import dev.clade.lineage.ecosystem.drift.DriftAnalysis;
import dev.clade.lineage.ecosystem.evolution.EvolutionAnalysis;
import dev.clade.lineage.ecosystem.library.LibraryAnalysis;
import dev.clade.lineage.ecosystem.network.NetworkAnalysis;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.reuse.ReuseAnalysis;
import dev.clade.lineage.ecosystem.structure.StructureAnalysis;
import dev.clade.lineage.ecosystem.turnover.TurnoverAnalysis;
import java.util.List;
import java.util.Optional;

/** The analyses that can be asked for. */
public final class Analyses {
  private static final List<Analysis> ALL =
      List.of(
          new AdoptionAnalysis(),
          new DocumentationAnalysis(),
          new DriftAnalysis(),
          new EvolutionAnalysis(),
          new LibraryAnalysis(),
          new NetworkAnalysis(),
          new ReuseAnalysis(),
          new StructureAnalysis(),
          new TurnoverAnalysis());

  private Analyses() {}

  /** Returns all, by name. */
  public static List<Analysis> all() {
    return ALL;
  }

  /** Returns the analysis of a name. */
  public static Optional<Analysis> find(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
