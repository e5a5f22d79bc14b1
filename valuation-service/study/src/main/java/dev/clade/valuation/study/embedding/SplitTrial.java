package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.baseline.Bm25;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelPredictor;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.LinearRows;
import dev.clade.embedding.evaluation.label.LogisticRegression;
import dev.clade.embedding.evaluation.label.Majority;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.report.Table;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.List;

/** The embedding, trained once more, when whole families or owners are held out. */
final class SplitTrial {
  private static final long SEED = 43;

  private final Table.Builder table =
      Table.named("splits", "Other splits, one seed each; the temporal one decides")
          .text("split", "Held out")
          .text("score", "Score")
          .text("system", "System")
          .whole("tested", "Rows tested")
          .real("value", "Value")
          .real("value_low", "Value, lower end")
          .real("value_high", "Value, upper end");

  private final ContrastiveTrainer trainer;

  SplitTrial(ContrastiveTrainer trainer) {
    this.trainer = trainer;
  }

  /** Measures a split. */
  void add(Holdout holdout, Trained trained) {
    FeatureTable features = trained.learnt().features(holdout, holdout.visible(), trainer);
    Encoded fused = Encoded.of("fused", trained.learnt(), features, trainer);
    addLabels(holdout, fused);
    int[][] parents = holdout.declared().parents();
    int[] children =
        Draw.of(holdout.split().test(), Draw.MOST_QUERIES, row -> parents[row].length > 0);
    PairScorer text = new Bm25(features, trained.learnt().vocabulary());
    ParentTask task = ParentTask.of(children, holdout.declared());
    if (task.children().length > 0) {
      for (PairScorer each : List.of(fused.links(holdout), text)) {
        ParentScore score = ParentScore.of(each, task);
        row(holdout, "parents, MRR", each, task.children().length, score.meanReciprocalRank());
        row(holdout, "parents, Hits@10", each, task.children().length, score.hits(10));
      }
    }
    SimilarityTask family = SimilarityTask.relatives(children, holdout.split().train(), parents);
    if (family.queries().length > 0) {
      for (PairScorer each :
          List.of(
              new VectorCosine(SimilarTrial.FUSED, fused.vectors()),
              SimilarTrial.served(fused, fused),
              text)) {
        row(
            holdout,
            "similar by family, nDCG@10",
            each,
            family.queries().length,
            SimilarityScore.mean(SimilarityScore.of(each, family).ndcg10()));
      }
    }
  }

  /** Returns what was measured. */
  Table table() {
    return table.build();
  }

  private void addLabels(Holdout holdout, Encoded fused) {
    for (LabelTask task : LabelQuestions.of(holdout, fused.learnt().kept())) {
      for (LabelPredictor each :
          List.of(
              new NearestNeighbours("fused", fused.vectors()),
              new Majority(),
              new LogisticRegression(
                  LabelTrial.TEXT,
                  LinearRows.tfIdf(
                      fused.features(), fused.learnt().vocabulary(), View.CARD, View.TAGS)))) {
        row(
            holdout.split().name(),
            task.labels().task() + ", accuracy",
            each.name(),
            task.test().length,
            LabelEvaluation.full(each, task, SEED).accuracy());
      }
    }
  }

  private void row(Holdout holdout, String score, PairScorer system, int tested, Interval value) {
    row(holdout.split().name(), score, system.name(), tested, value);
  }

  private void row(String split, String score, String system, int tested, Interval value) {
    table.row(split, score, system, tested, value.mean(), value.low(), value.high());
  }
}
