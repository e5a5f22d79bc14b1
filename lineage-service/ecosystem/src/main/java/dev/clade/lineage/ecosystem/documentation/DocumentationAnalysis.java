package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.derivation.DerivationTypes;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.stream.IntStream;

/** How well models are documented, as a report. */
public final class DocumentationAnalysis implements Analysis {
  private static final String SIZE = "size";
  private static final int FEWEST = 2;

  private final MetadataFields fields = MetadataFields.shipped();

  @Override
  public String name() {
    return "documentation";
  }

  @Override
  public String title() {
    return "The documentation of models";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.JONES, Studies.LAUFER);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        DerivationTypes.PARAMETER,
        ParameterDefinition.whole(
            SIZE,
            "How many models make the top and the bottom; half of all where there are fewer.",
            1_000,
            FEWEST,
            1_000_000));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    DocumentedModels models = DocumentedModels.read(snapshot, catalogue, fields);
    DerivationGraph graph =
        DerivationGraph.of(snapshot, DerivationTypes.chosen(parameters), models::isThere);
    int size = Math.min(parameters.whole(SIZE), models.count() / 2);
    List<TopBottom> comparisons =
        size < FEWEST ? List.of() : TopBottom.of(models.scores(), models.measures(graph), size);
    Distribution present = Distribution.of(models.present());
    CardCounts cards = CardCounts.of(models.cards());
    CardChanges changes = models.changes(graph);
    List<Table> tables =
        List.of(
            DocumentationTables.fields(models.fieldCounts(), models.count()),
            DocumentationTables.present(present),
            DocumentationTables.topBottom(comparisons),
            DocumentationTables.cards(cards),
            DocumentationTables.changes(changes));
    List<Figure> figures = List.of(presentFigure(present), lengths(models.cards()));
    return new Report(coverage(models, graph, changes), tables, figures, notes());
  }

  private static Figure presentFigure(Distribution present) {
    return new Figure.Plot(
        "fields_present",
        "Models by the number of metadata fields that they have",
        new Axis("fields", Scale.LINEAR),
        new Axis("models", Scale.LINEAR),
        List.of(DistributionSeries.counts("models", Mark.BARS, present)));
  }

  private static Figure lengths(List<Card> cards) {
    Distribution lengths =
        Distribution.of(cards.stream().filter(Card::isThere).mapToInt(Card::length));
    List<Double> percents =
        lengths.count() == 0
            ? List.of()
            : IntStream.rangeClosed(0, 100).mapToObj(percent -> (double) percent).toList();
    return new Figure.Plot(
        "card_lengths",
        "Cards by length: so many percent are at most so long",
        new Axis("percent of cards", Scale.LINEAR),
        new Axis("characters", Scale.LOGARITHMIC),
        List.of(
            new Series(
                "cards",
                Mark.LINE,
                percents,
                percents.stream().map(percent -> lengths.quantile(percent / 100)).toList())));
  }

  private static List<Report.Fact> coverage(
      DocumentedModels models, DerivationGraph graph, CardChanges changes) {
    return List.of(
        new Report.Fact("models that the catalogue has", models.count()),
        new Report.Fact(
            "models whose card was never looked for", models.count() - models.cards().size()),
        new Report.Fact("derivations", graph.edgeCount()),
        new Report.Fact("derivations with both cards known", changes.card().derivations()),
        new Report.Fact(
            "derivations whose models both tell languages", changes.languages().derivations()));
  }

  private List<String> notes() {
    return List.of(
        "Jones et al. score a model by half of what GPT-4 says of its card and half of the share of"
            + " 14 metadata fields. The half by GPT-4 is not computed, and the 14 fields are not"
            + " named in what could be read: a score here is the share of %d fields and not theirs."
                .formatted(fields.names().size()),
        "Dependents are direct derivations. The bottom is the last by rank, most of it without any"
            + " downloads, likes or dependents; of equal values the first by name rank higher, so"
            + " among those names decide.",
        "Top and bottom are compared by the one-sided test of Welch, adjusted for the measures"
            + " (Holm); larger means below .01, the study's confidence of .99.",
        "A card is there when it has more than three characters, and generated automatically when"
            + " it says so in the words of Laufer et al. Where no card was looked for nothing is"
            + " known, which is not the same as none.",
        "A card's length is that of its text without the block of metadata, so it is shorter than"
            + " the published one where that has the block: 9,773 characters of bases and 4,402 of"
            + " derived models on average.",
        "What was deleted counts neither as a base nor as derived.");
  }
}
