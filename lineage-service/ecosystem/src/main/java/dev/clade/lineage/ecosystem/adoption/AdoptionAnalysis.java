package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.stream.IntStream;

/** The adoption of models in spaces, as a report. */
public final class AdoptionAnalysis implements Analysis {
  private static final String LIMIT = "limit";
  private static final String LARGEST_SPACE = "largest_space";

  @Override
  public String name() {
    return "adoption";
  }

  @Override
  public String title() {
    return "The adoption of models in spaces";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.OSBORNE);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        ParameterDefinition.whole(
            LIMIT, "Rows of tables that rank models, owners and pairs.", 20, 1, 1_000),
        ParameterDefinition.whole(
            LARGEST_SPACE, "Most models of a space that ties them to each other.", 50, 2, 1_000));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    ModelUses uses = SnapshotUses.of(snapshot);
    AdoptionStudy study = AdoptionStudy.of(uses, any -> true, parameters.whole(LARGEST_SPACE));
    int limit = parameters.whole(LIMIT);
    List<Table> tables =
        List.of(
            AdoptionTables.concentration(study),
            AdoptionTables.adoption(study),
            AdoptionTables.topModels(study, limit),
            AdoptionTables.topOwners(study, limit),
            AdoptionTables.coUsage(uses, study, limit),
            AdoptionTables.leftOut(study));
    List<Figure> figures = List.of(AdoptionFigures.tail(study), AdoptionFigures.lorenz(study));
    return new Report(coverage(snapshot, uses, study), tables, figures, notes());
  }

  private static List<Report.Fact> coverage(
      GraphSnapshot snapshot, ModelUses uses, AdoptionStudy study) {
    long catalogued =
        IntStream.range(0, snapshot.nodeCount())
            .filter(
                node -> snapshot.kind(node) == ArtifactKind.MODEL && snapshot.isCatalogued(node))
            .count();
    long idle =
        IntStream.range(0, uses.spaces().groupCount())
            .filter(space -> uses.spaces().size(space) == 0)
            .count();
    return List.of(
        new Report.Fact("models that the catalogue has", catalogued),
        new Report.Fact("models that spaces only name", uses.modelCount() - catalogued),
        new Report.Fact("models that no space uses", study.adoption().count(0)),
        new Report.Fact("spaces", uses.spaces().groupCount()),
        new Report.Fact("spaces that declare no model", idle),
        new Report.Fact("uses: pairs of a space and a model", uses.spaces().membershipCount()));
  }

  private static List<String> notes() {
    return List.of(
        "A model's adoption is the number of spaces that declare to use it, as the study counts it;"
            + " a space that declares a model twice uses it once.",
        "Relations that are only inferred are left out.",
        "Models and owners that no space uses count in distributions and concentrations.",
        "Models that spaces name and the catalogue lacks count too.",
        "The study tells no rule by which models are used together: that two models are tied by the"
            + " spaces that use both is Clade's own. Larger spaces than the bound tie nothing.",
        "A top share is what the ⌈p·n⌉ largest of n have of all uses.");
  }
}
