package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.ecosystem.topic.model.Topic;
import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import dev.clade.lineage.ecosystem.topic.text.CardSample;
import dev.clade.lineage.ecosystem.topic.text.Corpus;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;

/** What model cards are about, as a report. */
public final class TopicAnalysis implements Analysis {
  private static final String TOPICS = "topics";
  private static final String ITERATIONS = "iterations";
  private static final String CHAINS = "chains";
  private static final String CARDS = "cards";
  private static final String LEAST_CARDS = "least_cards";
  private static final String MOST_PERCENT = "most_percent";
  private static final String SEED = "seed";
  private static final int MILLION = 1_000_000;
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public String title() {
    return "The topics of model cards";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Studies.CASTANO,
        new Source(
            "Blei, Ng, Jordan: Latent Dirichlet allocation (2003)",
            "Journal of Machine Learning Research 3, 993-1022"),
        new Source(
            "Röder, Both, Hinneburg: Exploring the space of topic coherence measures (2015)",
            "doi:10.1145/2684822.2685324"),
        new Source(
            "McCallum: MALLET, a machine learning for language toolkit (2002)",
            "https://mimno.github.io/Mallet"));
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        ParameterDefinition.wholes(
            TOPICS,
            "Numbers of topics; the one with the most coherent topics is chosen.",
            List.of(5, 10, 15, 20, 25, 30),
            2,
            100),
        ParameterDefinition.whole(
            ITERATIONS, "How often the topic of each word is drawn.", 100, 10, 10_000),
        ParameterDefinition.whole(
            CHAINS, "Chains of such draws for each number of topics.", 3, 1, 100),
        ParameterDefinition.whole(CARDS, "Most cards, drawn of all.", 20_000, 1, MILLION),
        ParameterDefinition.whole(
            LEAST_CARDS, "Fewest cards that a word is in, or it is dropped.", 20, 1, MILLION),
        ParameterDefinition.whole(
            MOST_PERCENT,
            "Most cards that a word is in, in per cent of all, or it is dropped.",
            50,
            1,
            (int) PERCENT),
        ParameterDefinition.whole(
            SEED, "Seed of the sample and of the topics.", 1, 0, Integer.MAX_VALUE));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    int seed = parameters.whole(SEED);
    CardSample sample = new CardSample(parameters.whole(CARDS), seed);
    catalogue.readCards(ArtifactKind.MODEL, sample::add);
    Corpus corpus =
        sample.corpus(parameters.whole(LEAST_CARDS), parameters.whole(MOST_PERCENT) / PERCENT);
    CardModels models = CardModels.of(corpus.cards(), catalogue);
    TopicStudy study =
        TopicStudy.of(
            corpus,
            parameters.wholes(TOPICS),
            parameters.whole(CHAINS),
            parameters.whole(ITERATIONS),
            seed);
    List<Topic> topics = study.model().map(TopicModel::topics).orElse(List.of());
    SortedMap<String, TopicShares> months = shares(study, models::month);
    SortedMap<String, TopicShares> domains = shares(study, models::domain);
    List<Table> tables =
        List.of(
            TopicTables.coherence(study),
            TopicTables.topics(study),
            TopicTables.words(study),
            TopicTables.months(months, topics.size()),
            TopicTables.domains(domains, topics.size()),
            TopicTables.audience(study, models));
    List<Figure> figures =
        List.of(
            TopicFigures.coherence(study),
            TopicFigures.months(topics, months),
            TopicFigures.domains(topics.size(), domains));
    return new Report(coverage(sample, corpus, models), tables, figures, TopicNotes.NOTES);
  }

  private static SortedMap<String, TopicShares> shares(
      TopicStudy study, IntFunction<Optional<String>> group) {
    return study
        .model()
        .map(model -> TopicShares.of(model, study.corpus().cards().size(), group))
        .orElse(Collections.emptySortedMap());
  }

  private static List<Report.Fact> coverage(CardSample sample, Corpus corpus, CardModels models) {
    int cards = corpus.cards().size();
    long others = sample.read() - sample.trivial() - sample.automatic();
    return List.of(
        new Report.Fact("model cards", sample.read()),
        new Report.Fact("cards of up to three characters, left out", sample.trivial()),
        new Report.Fact("cards generated automatically, left out", sample.automatic()),
        new Report.Fact("other cards that were not drawn", others - sample.drawn()),
        new Report.Fact("cards that were drawn", sample.drawn()),
        new Report.Fact("drawn cards without a word that counts", sample.drawn() - cards),
        new Report.Fact("cards whose topics were looked for", cards),
        new Report.Fact("different words in them", corpus.words().size()),
        new Report.Fact("words in them", corpus.length()),
        new Report.Fact("cards of models without a recorded month", models.monthless()),
        new Report.Fact("cards of models without a task", models.domainless()),
        new Report.Fact("cards of models not for all audiences", models.notForAll()));
  }
}
