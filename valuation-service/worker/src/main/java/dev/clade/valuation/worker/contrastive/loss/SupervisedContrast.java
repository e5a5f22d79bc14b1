package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Rows with the same label are drawn together, among all labelled ones (Khosla et al., "Supervised
 * contrastive learning", NeurIPS 2020). A row without a label takes no part.
 */
public final class SupervisedContrast {
  private SupervisedContrast() {}

  /**
   * Returns the mean over the rows that share their label with another; 0 without any.
   *
   * @param seen rows by numbers, of length 1
   * @param labels for each row its class, below 0 without one
   * @param scale what cosines are multiplied with
   */
  public static Tensor loss(Tensor seen, Tensor labels, Tensor scale) {
    Tensor labelled = labels.ge(new Scalar(0)).to(seen.scalar_type());
    Tensor self = Masks.diagonal(seen.size(0), seen);
    Tensor logarithms =
        seen.matmul(seen.t())
            .mul(scale)
            .add(Masks.only(labelled).unsqueeze(0))
            .add(self.mul(new Scalar(Masks.OUT)))
            .log_softmax(-1);
    Tensor positives = positives(seen, labels, labelled, self);
    Tensor counts = positives.sum(1);
    Tensor rows = Masks.ratio(logarithms.mul(positives).sum(1), counts).neg();
    return Masks.mean(rows, Masks.positive(counts));
  }

  private static Tensor positives(Tensor seen, Tensor labels, Tensor labelled, Tensor self) {
    return labels
        .unsqueeze(0)
        .eq(labels.unsqueeze(1))
        .to(seen.scalar_type())
        .mul(labelled.unsqueeze(0))
        .sub(self)
        .clamp_min(new Scalar(0));
  }
}
