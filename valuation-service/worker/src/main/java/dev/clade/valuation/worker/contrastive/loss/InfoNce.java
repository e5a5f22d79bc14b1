package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How surprising it is that each row belongs to the column of its own number, among all columns
 * that are not banned (van den Oord et al., arXiv 1807.03748).
 *
 * @param bans rows by rows: 0, or {@link Masks#OUT} for two that must not be told apart
 * @param scale what cosines are multiplied with
 * @param weights how negatives count
 */
record InfoNce(Tensor bans, Tensor scale, NegativeWeights weights) {
  /**
   * Returns the loss of every row.
   *
   * @param cosines rows by columns, with any axes before
   * @param columns for each column 0, or {@link Masks#OUT} if it has nothing
   */
  Tensor losses(Tensor cosines, Tensor columns) {
    Tensor logits = cosines.mul(scale);
    Tensor allowed = bans.add(columns.unsqueeze(-2));
    return weights.equals(NegativeWeights.NONE)
        ? logits.add(allowed).log_softmax(-1).diagonal(0, -2, -1).neg()
        : weighted(logits, allowed);
  }

  private Tensor weighted(Tensor logits, Tensor allowed) {
    Tensor others = allowed.add(Masks.diagonal(bans.size(0), logits).mul(new Scalar(Masks.OUT)));
    Tensor positive = logits.diagonal(0, -2, -1);
    Tensor negatives = logits.add(others);
    Tensor largest = torch.maximum(positive, negatives.amax(new long[] {-1}, false)).detach();
    Tensor shifted = negatives.sub(largest.unsqueeze(-1));
    Tensor count = others.exp().sum(-1);
    Tensor own = positive.sub(largest).exp();
    Tensor expected = own.mul(count).mul(new Scalar(weights.positiveShare()));
    Tensor least = count.mul(scale.add(largest).neg().exp());
    Tensor rest =
        sum(shifted, count)
            .sub(expected)
            .div(new Scalar(1 - weights.positiveShare()))
            .maximum(least);
    return own.add(rest).log().sub(positive.sub(largest));
  }

  private Tensor sum(Tensor shifted, Tensor count) {
    Tensor negatives = shifted.exp();
    if (weights.hardness() == 0) {
      return negatives.sum(-1);
    }
    Tensor importance = shifted.mul(new Scalar(weights.hardness())).exp();
    Tensor mean = Masks.ratio(importance.sum(-1), count).clamp_min(new Scalar(Float.MIN_NORMAL));
    return negatives.mul(importance).sum(-1).div(mean);
  }
}
