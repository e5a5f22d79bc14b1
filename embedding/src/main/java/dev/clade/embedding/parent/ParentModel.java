package dev.clade.embedding.parent;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The probability that a row is a parent of another, by a logistic regression over {@link
 * PairFeatures} that is learned from declarations hidden one at a time.
 *
 * @param weights of the features, then the constant
 */
public record ParentModel(double[] weights) {
  private static final int NEGATIVES = 30;
  private static final double PENALTY = 1;
  private static final double TOLERANCE = 0.001;

  static {
    Linear.disableDebugOutput();
  }

  /**
   * Learns from children whose parents are known: their parents among the candidates are right, 30
   * others of them, drawn by the seed, are wrong.
   *
   * @param parents for each row its parents
   */
  public static ParentModel train(
      int[] children, int[][] parents, Candidates candidates, PairFeatures features, long seed) {
    List<Feature[]> rows = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    Random random = new Random(seed);
    for (int child : children) {
      int[] found = candidates.of(child);
      IntArrays.shuffle(found, random);
      List<Integer> taken = new ArrayList<>();
      int wrong = 0;
      for (int candidate : found) {
        boolean isParent = contains(parents[child], candidate);
        if (isParent || wrong++ < NEGATIVES) {
          taken.add(candidate);
          right.add(isParent ? 1.0 : 0.0);
        }
      }
      for (double[] each : features.of(child, taken.stream().mapToInt(x -> x).toArray())) {
        rows.add(row(each));
      }
    }
    if (!right.contains(1.0) || !right.contains(0.0)) {
      throw new IllegalArgumentException(
          "there must be parents and others among the candidates of %d children"
              .formatted(children.length));
    }
    return new ParentModel(fit(rows, right, features.count() + 1));
  }

  /** Returns the logit of each candidate's being a parent. */
  public double[] score(double[][] features) {
    double[] scores = new double[features.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = weights[weights.length - 1];
      for (int f = 0; f < features[i].length; f++) {
        scores[i] += weights[f] * features[i][f];
      }
    }
    return scores;
  }

  private static double[] fit(List<Feature[]> rows, List<Double> right, int columns) {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = columns;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = right.stream().mapToDouble(Double::doubleValue).toArray();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, PENALTY, TOLERANCE));
    double[] weights = model.getFeatureWeights().clone();
    // The library's weights are for the class that came first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sign;
    }
    return weights;
  }

  private static Feature[] row(double[] features) {
    Feature[] row = new Feature[features.length + 1];
    for (int i = 0; i < features.length; i++) {
      row[i] = new FeatureNode(i + 1, features[i]);
    }
    row[features.length] = new FeatureNode(features.length + 1, 1);
    return row;
  }

  private static boolean contains(int[] values, int wanted) {
    for (int value : values) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }
}
