package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;
import java.util.Arrays;
import java.util.List;
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
    return fewShot(predictor.name(), List.of(predictor), task, shots, seed);
  }

  /**
   * As {@link #fewShot(LabelPredictor, LabelTask, int, long)} for several seeds of one system, at
   * least one: each draw counts as their mean.
   */
  public static LabelScore fewShot(
      String name, List<? extends LabelPredictor> seeds, LabelTask task, int shots, long seed) {
    double[] accuracies = new double[DRAWS];
    double[] scores = new double[DRAWS];
    double[] right = new double[task.test().length];
    int[] truth = truth(task);
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] support = task.support(shots, seed + draw);
      for (LabelPredictor predictor : seeds) {
        int[] predicted = predict(predictor, task, support);
        double[] items = right(truth, predicted);
        accuracies[draw] += Arrays.stream(items).average().orElse(Double.NaN) / seeds.size();
        scores[draw] += macroF1(truth, predicted) / seeds.size();
        add(right, items, 1.0 / DRAWS / seeds.size());
      }
    }
    return new LabelScore(
        name,
        task.labels().task(),
        shots,
        Interval.ofDraws(accuracies),
        Interval.ofDraws(scores),
        right);
  }

  /** Learns from all examples; the intervals are over resampled test rows. */
  public static LabelScore full(LabelPredictor predictor, LabelTask task, long seed) {
    return full(predictor.name(), List.of(predictor), task, seed);
  }

  /**
   * As {@link #full(LabelPredictor, LabelTask, long)} for several seeds of one system, at least
   * one: each test row counts as their mean.
   */
  public static LabelScore full(
      String name, List<? extends LabelPredictor> seeds, LabelTask task, long seed) {
    int[] truth = truth(task);
    List<int[]> predicted =
        seeds.stream().map(predictor -> predict(predictor, task, task.train())).toList();
    double[] right = new double[truth.length];
    predicted.forEach(each -> add(right, right(truth, each), 1.0 / seeds.size()));
    return new LabelScore(
        name,
        task.labels().task(),
        0,
        Bootstrap.mean(right, seed),
        resampledF1(truth, predicted, seed),
        right);
  }

  private static int[] predict(LabelPredictor predictor, LabelTask task, int[] support) {
    return predictor.predict(task.labels(), support, task.validation(), task.test());
  }

  private static void add(double[] sums, double[] items, double share) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share * items[i];
    }
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

  private static Interval resampledF1(int[] truth, List<int[]> predicted, long seed) {
    if (truth.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[Bootstrap.RESAMPLES];
    int[] drawn = new int[truth.length];
    for (int r = 0; r < scores.length; r++) {
      Arrays.setAll(drawn, i -> random.nextInt(truth.length));
      int[] drawnTruth = at(drawn, truth);
      scores[r] = meanF1(drawnTruth, predicted.stream().map(each -> at(drawn, each)).toList());
    }
    Arrays.sort(scores);
    int tail = (int) Math.round(0.025 * (scores.length - 1));
    return new Interval(meanF1(truth, predicted), scores[tail], scores[scores.length - 1 - tail]);
  }

  private static double meanF1(int[] truth, List<int[]> predicted) {
    return predicted.stream().mapToDouble(each -> macroF1(truth, each)).average().orElseThrow();
  }

  private static int[] at(int[] places, int[] values) {
    return Arrays.stream(places).map(place -> values[place]).toArray();
  }

  private static int[] truth(LabelTask task) {
    return Arrays.stream(task.test()).map(row -> task.labels().values()[row]).toArray();
  }

  private static double[] right(int[] truth, int[] predicted) {
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
