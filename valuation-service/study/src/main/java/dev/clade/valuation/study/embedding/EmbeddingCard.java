package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.gate.Gate;
import dev.clade.embedding.evaluation.gate.ModelCard;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.LineageAverage;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.parent.RowFacts;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.report.Report.Fact;
import dev.clade.report.Table;
import dev.clade.valuation.study.output.StepProgress;
import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import dev.clade.valuation.worker.embedding.ParentLearner;
import dev.clade.valuation.worker.embedding.RepositorySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Makes the model card of the embedding of one set. */
final class EmbeddingCard {
  private static final String OLDER = "all older of the kind";
  private static final String FITTING = "of these, of no other architecture";
  private static final long SPLIT_SEED = 47;

  private final RepositorySet set;
  private final CardSettings settings;
  private final NetworkFolder folder;
  private final ContrastiveTrainer trainer;

  EmbeddingCard(
      RepositorySet set, CardSettings settings, NetworkFolder folder, ContrastiveTrainer trainer) {
    this.set = set;
    this.settings = settings;
    this.folder = folder;
    this.trainer = trainer;
  }

  /**
   * Trains what is not trained yet, and measures.
   *
   * @throws IOException if a network cannot be read or kept
   * @throws IllegalArgumentException if the set cannot be split by time
   */
  ModelCard make() throws IOException {
    Holdout holdout = Holdout.temporal(set);
    ContrastivePlan plan = settings.plan(holdout.learnt().cardinality());
    Networks networks = Networks.of(folder, holdout, plan, settings.seeds(), trainer);
    Encodings encodings =
        Encodings.of(networks, holdout, holdout.leaks(), holdout.visible(), trainer);
    List<ParentModel> models = new ArrayList<>();
    List<ParentInference> inferences = new ArrayList<>();
    for (Encoded seed : encodings.seeds()) {
      ParentLearner learner = new ParentLearner(holdout, seed.learnt(), trainer);
      learner
          .model()
          .ifPresent(
              model -> {
                models.add(model);
                inferences.add(learner.evidence(seed.features(), seed.vectors()).inference(model));
              });
    }
    if (models.size() < settings.seeds()) {
      models.clear();
      inferences.clear();
    }
    return measured(holdout, plan, networks, encodings, models, inferences);
  }

  private ModelCard measured(
      Holdout holdout,
      ContrastivePlan plan,
      Networks networks,
      Encodings encodings,
      List<ParentModel> models,
      List<ParentInference> inferences)
      throws IOException {
    LineageGraph declared =
        new LineageGraph(
            holdout.declared().parents(), holdout.visible().datasets(), holdout.visible().uses());
    Encoded first = encodings.seeds().getFirst();
    List<LabelTask> labelTasks = LabelQuestions.of(holdout, first.learnt().kept());
    LabelTrial labelTrial =
        new LabelTrial(
            encodings,
            Encodings.seeds(networks, holdout, declared, trainer),
            LineageAverage.graph(declared),
            LineageAverage.hub(declared));
    ParentTrial parentTrial = new ParentTrial(holdout, encodings, inferences);
    SequencedMap<String, ParentTask> parentTasks = parentTasks(holdout, encodings);
    Signals signals = new Signals(holdout, networks, trainer);
    MissingTrial missing =
        new MissingTrial(
            holdout,
            encodings.seeds(),
            models,
            labelTasks,
            parentTasks.get(OLDER),
            signals.family(),
            trainer);
    int steps =
        labelTasks.size() * labelTrial.steps()
            + parentTasks.size() * parentTrial.steps()
            + 3
            + MissingTrial.removals().size();
    List<LabelScore> labels = new ArrayList<>();
    SequencedMap<String, List<ParentScore>> parents = new LinkedHashMap<>();
    List<SimilarityScore> similar;
    Map<String, Map<String, Interval>> poor;
    try (StepProgress progress = StepProgress.of("measuring", steps, "steps")) {
      parentTasks.forEach((name, task) -> parents.put(name, parentTrial.of(task, progress::done)));
      similar = signals.scores(encodings, progress::done);
      labelTasks.forEach(task -> labels.addAll(labelTrial.of(task, progress::done)));
      poor = missing.scores(progress::done);
    }
    Gates gates = new Gates(labels, parents.get(OLDER), similar);
    double recall = IndexTrial.recall(holdout, first.vectors()).mean();
    List<Table> others = new ArrayList<>();
    others.add(ParentTables.relations(holdout, parentTasks.get(OLDER), parents.get(OLDER)));
    others.add(MissingTrial.table(poor));
    others.add(
        ParentTables.inferred(
            holdout, new ParentLearner(holdout, first.learnt(), trainer).judges(), inferences));
    others.add(CrossViewTable.of(holdout, first));
    others.add(
        HealthTable.of(
            Stream.concat(networks.seeds().stream(), networks.others().stream()).toList()));
    List<String> notes = notes(plan, settings.seeds());
    if (settings.splits()) {
      others.add(splits(holdout, plan, notes));
    }
    return new ModelCard(
        coverage(holdout, parentTasks.get(OLDER)),
        List.of(
            gates.fusion(),
            gates.fewExamples(),
            gates.siblings(labelTasks, labelTrial::hasSiblings, labelTrial::isIsolated),
            gates.parentsFound(),
            gates.similarFound(),
            Gate.missingViews(MissingTrial.losses(poor)),
            Gate.index(recall).noting(List.of(whoAnswers(first)))),
        labels,
        parents,
        similar,
        others,
        parentTasks.get(OLDER).children().length > 0
            ? List.of(Pictures.parents(parents.get(OLDER)))
            : List.of(),
        notes);
  }

  /** The parents of held-out rows, among more and fewer candidates. */
  private static SequencedMap<String, ParentTask> parentTasks(
      Holdout holdout, Encodings encodings) {
    int[][] parents = holdout.declared().parents();
    List<RepositoryRecord> records = holdout.set().records();
    RepositoryKind[] kinds =
        records.stream().map(RepositoryRecord::kind).toArray(RepositoryKind[]::new);
    RowFacts facts = RowFacts.of(records, encodings.features().names());
    ParentTask all =
        ParentTask.of(
            Draw.of(holdout.split().test(), Draw.MOST_QUERIES, row -> parents[row].length > 0),
            holdout.declared());
    SequencedMap<String, ParentTask> tasks = new LinkedHashMap<>();
    tasks.put(OLDER, all.filtered((child, row) -> kinds[child] == kinds[row]));
    tasks.put(
        FITTING,
        all.filtered((child, row) -> kinds[child] == kinds[row] && facts.mayBeParent(child, row)));
    return tasks;
  }

  private Table splits(Holdout temporal, ContrastivePlan plan, List<String> remarks)
      throws IOException {
    List<String> owners =
        set.records().stream().map(each -> each.owner().toLowerCase(Locale.ROOT)).toList();
    Map<String, Integer> numbers = new HashMap<>();
    owners.forEach(owner -> numbers.putIfAbsent(owner, numbers.size()));
    SequencedMap<String, int[]> groups = new LinkedHashMap<>();
    groups.put("families", temporal.declared().families());
    groups.put("owners", owners.stream().mapToInt(numbers::get).toArray());
    SplitTrial trial = new SplitTrial(trainer);
    for (Map.Entry<String, int[]> each : groups.entrySet()) {
      try {
        Holdout holdout = Holdout.byGroup(set, each.getKey(), each.getValue(), SPLIT_SEED);
        String name = "fused without some " + each.getKey();
        trial.add(holdout, folder.get(name, holdout, Recipe.whole(plan), 1));
      } catch (IllegalArgumentException e) {
        remarks.add(e.getMessage() + ".");
      }
    }
    return trial.table();
  }

  private static String whoAnswers(Encoded encoded) {
    return encoded.vectors().rows() < VectorIndex.FEWEST_FOR_GRAPH
        ? "a graph was built to be measured; with fewer than %,d rows a scan answers, which finds all"
            .formatted(VectorIndex.FEWEST_FOR_GRAPH)
        : "this graph answers";
  }

  private List<Fact> coverage(Holdout holdout, ParentTask parents) {
    List<RepositoryRecord> records = holdout.set().records();
    return List.of(
        new Fact("repositories", records.size()),
        new Fact(
            "repositories with a card",
            records.stream().filter(each -> !each.card().isBlank()).count()),
        new Fact(
            "repositories with a parent in the set",
            Arrays.stream(holdout.declared().parents()).filter(each -> each.length > 0).count()),
        new Fact("rows that were learned from", holdout.learnt().cardinality()),
        new Fact("held-out rows that are no copies", holdout.split().test().length),
        new Fact("held-out rows asked for their parents", parents.children().length),
        new Fact("seeds of the embedding", settings.seeds()));
  }

  private static List<String> notes(ContrastivePlan plan, int seeds) {
    return new ArrayList<>(
        List.of(
            "The last fifth of the rows by when they were created is held out; what these declare"
                + " as parents is hidden from all features. Copies are left out.",
            "Intervals hold 95 %: Student's over ten draws of examples, else over 1,000 resamples"
                + " of tested rows. Two systems are compared on the same resamples.",
            "The embedding's scores are means over %d seeds, row by row, and intervals are of these"
                    .formatted(seeds)
                + " means: they tell how much tested rows matter, not how much seeds do.",
            "Candidates of an equal score count as ranked before the one that is looked for.",
            "Every training has at most %d epochs of batches of %d."
                .formatted(plan.epochs(), plan.batchSize()),
            "A single view is the best one by the tested rows, which counts against the fused"
                + " vector.",
            "Families told are those of the true parent, which nobody knows who asks; no gate looks"
                + " at them."));
  }
}
