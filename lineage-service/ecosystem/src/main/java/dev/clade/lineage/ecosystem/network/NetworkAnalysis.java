package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The collaboration network of developers, as a report: with every account, and people only. */
public final class NetworkAnalysis implements Analysis {
  private static final String MODELS = "models";
  private static final String LIMIT = "limit";
  private static final String REWIRINGS = "rewirings";
  private static final String MILLION_STEPS = "million_steps";
  private static final String LARGEST_REPOSITORY = "largest_repository";
  private static final String SEED = "seed";
  private static final int MILLION = 1_000_000;

  private final AutomatedAccounts automated = AutomatedAccounts.shipped();

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String title() {
    return "The collaboration network of developers";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.OSBORNE, Studies.CASTANO);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    NetworkParameters standard = NetworkParameters.DEFAULT;
    return List.of(
        ParameterDefinition.words(
            MODELS,
            "Of which models there is a network each: of all, or of those of a sub-field.",
            List.of(StudiedModels.ALL),
            StudiedModels.labels()),
        ParameterDefinition.whole(
            LIMIT, "Rows of tables that rank authors and communities.", 20, 1, 1_000),
        ParameterDefinition.whole(
            REWIRINGS,
            "Random networks of the same degrees that the core is held against.",
            standard.rewirings(),
            1,
            9_999),
        ParameterDefinition.whole(
            MILLION_STEPS,
            "Most edges to look at for betweenness, in millions; above it is estimated.",
            (int) (standard.betweennessSteps() / MILLION),
            1,
            1_000_000),
        ParameterDefinition.whole(
            LARGEST_REPOSITORY,
            "Most contributors of a repository that ties them in author groups.",
            100,
            2,
            1_000),
        ParameterDefinition.whole(
            SEED,
            "Seed of rewirings, communities and estimates.",
            (int) standard.seed(),
            0,
            Integer.MAX_VALUE));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    CommitTable.Builder commits = new CommitTable.Builder();
    catalogue.readCommits(
        ArtifactKind.MODEL,
        history ->
            history.commits().forEach(commit -> commits.add(history.model(), commit.authors())));
    return run(catalogue, commits.build(), parameters);
  }

  Report run(Catalogue catalogue, CommitTable commits, Parameters parameters) {
    NetworkParameters set =
        new NetworkParameters(
            (long) parameters.whole(MILLION_STEPS) * MILLION,
            parameters.whole(REWIRINGS),
            parameters.whole(SEED));
    StudiedModels models = StudiedModels.read(catalogue, commits);
    List<StudiedNetwork.Pair> pairs =
        parameters.words(MODELS).stream()
            .map(label -> StudiedNetwork.pair(commits, models, label, automated, set))
            .toList();
    List<StudiedNetwork> networks =
        pairs.stream().flatMap(pair -> Stream.of(pair.everybody(), pair.people())).toList();
    int limit = parameters.whole(LIMIT);
    List<Table> tables =
        new ArrayList<>(
            List.of(
                NetworkTables.measures(pairs),
                NetworkTables.topAuthors(networks, limit),
                NetworkTables.degrees(networks),
                NetworkTables.componentSizes(networks),
                NetworkTables.communities(networks, limit),
                NetworkTables.samePersons(networks, limit),
                NetworkTables.automated(commits, automated)));
    tables.addAll(
        GroupTables.of(
            commits, models, networks, parameters.whole(LARGEST_REPOSITORY), limit, set.seed()));
    List<Figure> figures =
        networks.stream()
            .flatMap(each -> Stream.of(NetworkFigures.core(each), NetworkFigures.degrees(each)))
            .toList();
    return new Report(models.coverage(), tables, figures, NetworkNotes.NOTES);
  }
}
