package dev.clade.valuation.worker.contrastive;

import dev.clade.valuation.worker.contrastive.loss.Contrast;
import java.util.OptionalDouble;

/**
 * What an embedding learns from, and how much each counts beside the contrast of views.
 *
 * @param contrast how views are contrasted
 * @param equalViews whether views count alike there, or by how many rows have them
 * @param positiveShare share of negatives that are positives in truth, in [0, 0.5]; by default
 *     {@link TrainingSet#familyShare}
 * @param hardness how much more similar negatives count, from 0; 0 for all alike
 * @param labels weight of all tasks' supervised contrast together
 * @param links weight of finding declared parents
 * @param drift weight of staying near the previous vectors, where there are some
 * @param regularization weights of what keeps vectors apart
 */
public record LossOptions(
    Contrast contrast,
    boolean equalViews,
    OptionalDouble positiveShare,
    double hardness,
    double labels,
    double links,
    double drift,
    Regularization regularization) {
  /** What is recommended. */
  public static final LossOptions STANDARD =
      new LossOptions(
          Contrast.HUB, true, OptionalDouble.empty(), 0, 0.5, 0.5, 0.5, Regularization.NONE);

  /** Checks the ranges. */
  public LossOptions {
    Shares.requireWeight("labels", labels);
    Shares.requireWeight("links", links);
    Shares.requireWeight("drift", drift);
  }

  /** Returns the same with the views contrasted in another way. */
  public LossOptions with(Contrast other) {
    return new LossOptions(
        other, equalViews, positiveShare, hardness, labels, links, drift, regularization);
  }

  /** Returns the same with other weights of labels and links. */
  public LossOptions with(double labels, double links) {
    return new LossOptions(
        contrast, equalViews, positiveShare, hardness, labels, links, drift, regularization);
  }
}
