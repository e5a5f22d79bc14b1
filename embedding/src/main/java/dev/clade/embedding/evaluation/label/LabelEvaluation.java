package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Measures how labels are filled in. */
public final class LabelEvaluation {
  /** Draws of examples. */
  public static final int DRAWS = 10;

  private LabelEvaluation() {}

  /**
   * Learns from a few examples of each class, ten times from others; the intervals are over the
   * draws.
   */
  public static LabelScore fewShot(LabelPredictor predictor, LabelTask task, int shots, long seed) {
    double[] accuracies = new double[DRAWS];
    double[] scores = new double[DRAWS];
    double[] right = new double[task.test().length];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] predicted =
          predictor.predict(
              task.labels(), task.support(shots, seed + draw), task.validation(), task.test());
      double[] items = right(task, predicted);
      accuracies[draw] = Arrays.stream(items).average().orElse(Double.NaN);
      scores[draw] = macroF1(truth(task), predicted);
      for (int i = 0; i < items.length; i++) {
        right[i] += items[i] / DRAWS;
      }
    }
    return new LabelScore(
        predictor.name(),
        task.labels().task(),
        shots,
        Interval.ofDraws(accuracies),
        Interval.ofDraws(scores),
        right);
  }

  /** Learns from all examples; the intervals are over resampled test rows. */
  public static LabelScore full(LabelPredictor predictor, LabelTask task, long seed) {
    int[] predicted =
        predictor.predict(task.labels(), task.train(), task.validation(), task.test());
    double[] right = right(task, predicted);
    return new LabelScore(
        predictor.name(),
        task.labels().task(),
        0,
        Bootstrap.mean(right, seed),
        resampledF1(truth(task), predicted, seed),
        right);
  }

  /** Returns F1 averaged over the classes that occur, each 0 where nothing is right. */
  static double macroF1(int[] truth, int[] predicted) {
    int classes = Math.max(max(truth), max(predicted)) + 1;
    int[] hits = new int[classes];
    int[] wanted = new int[classes];
    int[] said = new int[classes];
    for (int i = 0; i < truth.length; i++) {
      wanted[truth[i]]++;
      said[predicted[i]]++;
      hits[truth[i]] += truth[i] == predicted[i] ? 1 : 0;
    }
    double sum = 0;
    int there = 0;
    for (int c = 0; c < classes; c++) {
      if (wanted[c] > 0) {
        there++;
        sum += 2.0 * hits[c] / (wanted[c] + said[c]);
      }
    }
    return sum / there;
  }

  private static Interval resampledF1(int[] truth, int[] predicted, long seed) {
    if (truth.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[Bootstrap.RESAMPLES];
    int[] drawnTruth = new int[truth.length];
    int[] drawnPredicted = new int[truth.length];
    for (int r = 0; r < scores.length; r++) {
      for (int i = 0; i < truth.length; i++) {
        int item = random.nextInt(truth.length);
        drawnTruth[i] = truth[item];
        drawnPredicted[i] = predicted[item];
      }
      scores[r] = macroF1(drawnTruth, drawnPredicted);
    }
    Arrays.sort(scores);
    int tail = (int) Math.round(0.025 * (scores.length - 1));
    return new Interval(macroF1(truth, predicted), scores[tail], scores[scores.length - 1 - tail]);
  }

  private static int[] truth(LabelTask task) {
    return Arrays.stream(task.test()).map(row -> task.labels().values()[row]).toArray();
  }

  private static double[] right(LabelTask task, int[] predicted) {
    int[] truth = truth(task);
    double[] right = new double[truth.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = truth[i] == predicted[i] ? 1 : 0;
    }
    return right;
  }

  private static int max(int[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
