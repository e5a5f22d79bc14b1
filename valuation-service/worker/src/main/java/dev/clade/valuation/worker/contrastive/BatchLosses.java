package dev.clade.valuation.worker.contrastive;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The losses of a batch, and on how much of it they are. */
final class BatchLosses {
  private final Tensor contrast;
  private final List<Tensor> labels = new ArrayList<>();
  private final List<Tensor> links = new ArrayList<>();
  private Tensor total;
  private double labelShare;
  private double linkShare;

  /** Starts with the contrast of views. */
  BatchLosses(Tensor contrast) {
    this.contrast = contrast;
    this.total = contrast;
  }

  /** Adds the contrast of a task's labels, which a share of the rows have. */
  void addLabels(Tensor loss, double weight, double share) {
    labels.add(loss);
    labelShare += share;
    add(loss, weight);
  }

  /** Adds the contrast of links, which are of a share of the rows. */
  void addLinks(Tensor loss, double weight, double share) {
    links.add(loss);
    linkShare += share;
    add(loss, weight);
  }

  /** Adds a loss. */
  void add(Tensor loss, double weight) {
    total = total.add(loss.mul(new Scalar(weight)));
  }

  /** Returns the weighted sum. */
  Tensor total() {
    return total;
  }

  /**
   * Returns the numbers.
   *
   * @param contrastShare share of the rows that are contrasted
   * @param gradientNorm length of the gradient
   */
  LossMeans numbers(double contrastShare, double gradientNorm) {
    return new LossMeans(
        total.item_double(),
        contrast.item_double(),
        labels.stream().mapToDouble(Tensor::item_double).average().orElse(0),
        links.stream().mapToDouble(Tensor::item_double).average().orElse(0),
        contrastShare,
        labelShare,
        linkShare,
        gradientNorm);
  }
}
