package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.gate.Loss;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.parent.LinkScorer;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.report.Table;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the embedding finds when held-out rows have lost some of their views.
 *
 * @param seeds the embedding's
 * @param models what infers parents, a seed each; none where there was too little to learn it
 * @param labels tasks
 * @param parents the task
 * @param family the task
 */
record MissingTrial(
    Holdout holdout,
    List<Encoded> seeds,
    List<ParentModel> models,
    List<LabelTask> labels,
    ParentTask parents,
    SimilarityTask family,
    ContrastiveTrainer trainer) {
  static final String EVERYTHING = "nothing";
  static final String TEXT_AND_TAGS = "text and tags";

  private static final long SEED = 37;

  /** Returns what is taken away, by its name. */
  static Map<String, Set<View>> removals() {
    Map<String, Set<View>> removals = new LinkedHashMap<>();
    removals.put(EVERYTHING, EnumSet.noneOf(View.class));
    removals.put("text", EnumSet.of(View.CARD));
    removals.put(TEXT_AND_TAGS, EnumSet.of(View.CARD, View.TAGS));
    removals.put("graph", EnumSet.of(View.LINEAGE));
    removals.put("all but text", allBut(View.CARD));
    removals.put("all but graph", allBut(View.LINEAGE));
    return removals;
  }

  /**
   * Returns the scores by what is taken away, then by what is asked for.
   *
   * @param done called after each removal
   */
  Map<String, Map<String, Interval>> scores(Runnable done) {
    Map<String, Map<String, Interval>> scores = new LinkedHashMap<>();
    removals()
        .forEach(
            (name, views) -> {
              scores.put(name, scores(views));
              done.run();
            });
    return scores;
  }

  /** Returns scores as a table. */
  static Table table(Map<String, Map<String, Interval>> scores) {
    Table.Builder table =
        Table.named("missing_views", "The embedding when held-out rows have lost views")
            .text("lost", "Lost")
            .text("score", "Score")
            .real("value", "Value")
            .real("value_low", "Value, lower end")
            .real("value_high", "Value, upper end")
            .real("relative_loss", "Relative loss");
    scores.forEach(
        (lost, values) ->
            values.forEach(
                (what, value) ->
                    table.row(
                        lost,
                        what,
                        value.mean(),
                        value.low(),
                        value.high(),
                        new Loss(what, scores.get(EVERYTHING).get(what).mean(), value.mean())
                            .relative())));
    return table.build();
  }

  /** Returns what is lost without text and tags. */
  static List<Loss> losses(Map<String, Map<String, Interval>> scores) {
    List<Loss> losses = new ArrayList<>();
    scores
        .get(EVERYTHING)
        .forEach(
            (what, whole) ->
                losses.add(
                    new Loss(what, whole.mean(), scores.get(TEXT_AND_TAGS).get(what).mean())));
    return losses;
  }

  private Map<String, Interval> scores(Set<View> removed) {
    List<Encoded> poor =
        seeds.stream().map(each -> each.without(removed, holdout, trainer)).toList();
    Map<String, Interval> scores = new LinkedHashMap<>();
    if (parents.children().length > 0) {
      scores.put(
          "parents, link score, MRR",
          average(
              IntStream.range(0, poor.size())
                  .mapToObj(seed -> ParentScore.of(links(poor.get(seed), seeds.get(seed)), parents))
                  .toList()));
    }
    if (parents.children().length > 0 && !models.isEmpty()) {
      scores.put(
          "parents, as served, MRR",
          average(
              IntStream.range(0, poor.size())
                  .mapToObj(
                      seed ->
                          ParentScore.of(
                              evidence(poor.get(seed)).inference(models.get(seed)).scorer("served"),
                              parents))
                  .toList()));
    }
    if (family.queries().length > 0) {
      scores.put(
          "similar by family, fused, nDCG@10",
          similar(
              poor.stream()
                  .map(each -> new VectorCosine(SimilarTrial.FUSED, each.vectors()))
                  .toList()));
      scores.put(
          "similar by family, as served, nDCG@10",
          similar(
              IntStream.range(0, poor.size())
                  .mapToObj(seed -> SimilarTrial.served(poor.get(seed), seeds.get(seed)))
                  .toList()));
    }
    for (LabelTask task : labels) {
      scores.put(
          task.labels().task() + ", accuracy",
          LabelEvaluation.full(
                  "fused",
                  poor.stream()
                      .map(each -> new NearestNeighbours("fused", each.vectors()))
                      .toList(),
                  task,
                  SEED)
              .accuracy());
    }
    return scores;
  }

  private Interval similar(List<? extends PairScorer> searches) {
    List<SimilarityScore> found =
        searches.stream().map(each -> SimilarityScore.of(each, family)).toList();
    return SimilarityScore.mean(SimilarityScore.average("fused", found).ndcg10());
  }

  private static Interval average(List<ParentScore> seeds) {
    return ParentScore.average("fused", seeds).meanReciprocalRank();
  }

  /** Who asks has lost views; what is found has not. */
  private LinkScorer links(Encoded poor, Encoded rich) {
    return new LinkScorer(
        poor.learnt().weights(),
        new PairOverlap(poor.features(), holdout.declared()),
        poor.vectors(),
        rich.vectors());
  }

  private ParentEvidence evidence(Encoded poor) {
    return ParentEvidence.of(
        holdout.set().records(),
        poor.features(),
        poor.learnt().weights(),
        poor.vectors(),
        holdout.visible(),
        holdout.declared());
  }

  private static Set<View> allBut(View view) {
    Set<View> views = EnumSet.copyOf(NetworkShape.USUAL_VIEWS);
    views.remove(view);
    return views;
  }
}
