package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.baseline.RawConcatenation;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelPredictor;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.LineageAverage;
import dev.clade.embedding.evaluation.label.LinearRows;
import dev.clade.embedding.evaluation.label.LogisticRegression;
import dev.clade.embedding.evaluation.label.Majority;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.vector.VectorTable;
import java.util.ArrayList;
import java.util.List;

/** Everybody fills in labels. Vectors do it by their neighbours' votes, as answers do. */
final class LabelTrial {
  /** Examples of a class. */
  static final List<Integer> SHOTS = List.of(1, 5, 10, 20);

  /** All examples. */
  static final int ALL = 0;

  static final String FUSED = "fused";
  static final String SHOWN = "fused, declared edges shown";
  static final String SIBLINGS = "B1 Hub-Avg";
  static final String TEXT = "B3 TF-IDF + LR";
  static final String TAGS = "B7 tags + LR";

  private static final long SEED = 23;
  private static final int WIDTH = 128;

  private final LineageAverage relatives;
  private final LineageAverage siblings;
  private final List<Contender> contenders = new ArrayList<>();

  /**
   * Somebody who fills in labels.
   *
   * @param seeds one predictor a seed
   * @param learns whether a few examples say anything to it
   */
  private record Contender(String name, List<? extends LabelPredictor> seeds, boolean learns) {
    static Contender of(LabelPredictor predictor) {
      return new Contender(predictor.name(), List.of(predictor), true);
    }
  }

  /**
   * Prepares everybody.
   *
   * @param shown the embedding when held-out rows show what they declare, as B1 is shown it
   * @param relatives B1 by parents and children
   * @param siblings B1 by siblings
   */
  LabelTrial(
      Encodings encodings, List<Encoded> shown, LineageAverage relatives, LineageAverage siblings) {
    this.relatives = relatives;
    this.siblings = siblings;
    VectorTable raw =
        RawConcatenation.of(encodings.features(), NetworkShape.USUAL_VIEWS, WIDTH, SEED);
    contenders.add(new Contender(FUSED, neighbours(encodings.seeds()), true));
    contenders.add(new Contender("fused, probe", probes(encodings.seeds()), true));
    contenders.add(new Contender(SHOWN, neighbours(shown), false));
    contenders.add(Contender.of(new Majority()));
    contenders.add(new Contender("B1 Graph-Avg", List.of(relatives), false));
    contenders.add(new Contender(SIBLINGS, List.of(siblings), false));
    contenders.add(Contender.of(text(encodings, TEXT, View.CARD, View.TAGS)));
    encodings
        .others()
        .forEach(
            each ->
                contenders.add(Contender.of(new NearestNeighbours(each.name(), each.vectors()))));
    contenders.add(Contender.of(new NearestNeighbours("B5 raw vectors", raw)));
    contenders.add(
        Contender.of(new LogisticRegression("B5 raw vectors, probe", LinearRows.of(raw))));
    contenders.add(Contender.of(text(encodings, TAGS, View.TAGS)));
  }

  /** Returns how many evaluations a task takes. */
  int steps() {
    return contenders.stream().mapToInt(each -> each.learns ? SHOTS.size() + 1 : 1).sum();
  }

  /**
   * Returns everybody's scores.
   *
   * @param done called after each evaluation
   */
  List<LabelScore> of(LabelTask task, Runnable done) {
    List<LabelScore> scores = new ArrayList<>();
    for (Contender each : contenders) {
      for (int shots : each.learns ? SHOTS : List.<Integer>of()) {
        scores.add(LabelEvaluation.fewShot(each.name, each.seeds, task, shots, SEED));
        done.run();
      }
      scores.add(LabelEvaluation.full(each.name, each.seeds, task, SEED));
      done.run();
    }
    return scores;
  }

  /** Returns whether a row has siblings by what is declared. */
  boolean hasSiblings(int row) {
    return siblings.connected(row);
  }

  /** Returns whether a row has no relatives at all by what is declared. */
  boolean isIsolated(int row) {
    return !siblings.connected(row) && !relatives.connected(row);
  }

  private static List<LabelPredictor> neighbours(List<Encoded> seeds) {
    return seeds.stream()
        .<LabelPredictor>map(each -> new NearestNeighbours(FUSED, each.vectors()))
        .toList();
  }

  private static List<LabelPredictor> probes(List<Encoded> seeds) {
    return seeds.stream()
        .<LabelPredictor>map(each -> new LogisticRegression(FUSED, LinearRows.of(each.vectors())))
        .toList();
  }

  private static LabelPredictor text(Encodings encodings, String name, View... views) {
    return new LogisticRegression(
        name, LinearRows.tfIdf(encodings.features(), encodings.vocabulary(), views));
  }
}
