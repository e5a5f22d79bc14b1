package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patterns of activity of models, datasets and spaces, as a report. */
public final class ActivityAnalysis implements Analysis {
  private static final String KINDS = "kinds";
  private static final String REPLICATES = "replicates";
  private static final String SEED = "seed";
  private static final String LIMIT = "limit";
  private static final List<String> KNOWN_KINDS =
      Arrays.stream(ArtifactKind.values())
          .filter(Repository.KINDS::contains)
          .map(ArtifactKind::collection)
          .toList();

  private final LicenseGroups groups = LicenseGroups.shipped();

  @Override
  public String name() {
    return "activity";
  }

  @Override
  public String title() {
    return "The activity of repositories and how unequal it is";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Studies.OSBORNE,
        new Source(
            "Clauset, Shalizi, Newman: Power-law distributions in empirical data (2009)",
            "arXiv:0706.1062"),
        new Source(
            "Vuong: Likelihood ratio tests for model selection and non-nested hypotheses (1989)",
            "doi:10.2307/1912557"));
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        ParameterDefinition.words(
            KINDS, "Of which kinds of repositories.", KNOWN_KINDS, KNOWN_KINDS),
        ParameterDefinition.whole(
            REPLICATES,
            "Replicates of the bootstrap that tells how plausible a power law is; 0 for none."
                + " With 1,000 a hub takes minutes.",
            0,
            0,
            10_000),
        ParameterDefinition.whole(SEED, "Seed of the bootstrap.", 1, 0, Integer.MAX_VALUE),
        ParameterDefinition.whole(
            LIMIT, "Rows of the table that ranks owners, for each measure.", 20, 1, 1_000));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    Map<ArtifactKind, RepositoryTable> columns = new EnumMap<>(ArtifactKind.class);
    List<Report.Fact> coverage = new ArrayList<>();
    for (ArtifactKind kind : ArtifactKind.values()) {
      if (parameters.words(KINDS).contains(kind.collection())) {
        RepositoryReader read = RepositoryReader.read(catalogue, kind);
        RepositoryTable table = read.table();
        coverage.addAll(coverage(kind, table, read.gone()));
        if (table.size() > 0) {
          columns.put(kind, table);
        }
      }
    }
    ActivityOptions options =
        new ActivityOptions(
            parameters.whole(REPLICATES), parameters.whole(SEED), parameters.whole(LIMIT));
    ActivityStudy study = ActivityStudy.of(columns, groups, options);
    List<Table> tables =
        new ArrayList<>(
            List.of(
                DistributionTables.distributions(study),
                DistributionTables.concentration(study),
                PowerLawTables.fits(study),
                PowerLawTables.comparisons(study),
                ActivityTables.correlations(study),
                ActivityTables.contributors(study),
                ActivityTables.owners(study),
                ActivityTables.topOwners(study),
                ActivityTables.subFields(study)));
    tables.addAll(LicenseTables.of(study));
    return new Report(coverage, tables, ActivityFigures.of(study), ActivityNotes.NOTES);
  }

  private static List<Report.Fact> coverage(ArtifactKind kind, RepositoryTable table, long gone) {
    String repositories = kind.collection();
    List<Report.Fact> facts = new ArrayList<>();
    facts.add(new Report.Fact(repositories, table.size()));
    facts.add(new Report.Fact(repositories + " that the hub has no more, left out", gone));
    for (Measure measure : List.of(Measure.DISCUSSIONS, Measure.COMMITS, Measure.CONTRIBUTORS)) {
      long known =
          Optional.ofNullable(table.measures().get(measure)).stream()
              .flatMapToLong(Arrays::stream)
              .filter(value -> value != RepositoryTable.MISSING)
              .count();
      facts.add(
          new Report.Fact(
              "%s whose %s are known".formatted(repositories, ActivityTables.label(measure)),
              known));
    }
    return facts;
  }
}
