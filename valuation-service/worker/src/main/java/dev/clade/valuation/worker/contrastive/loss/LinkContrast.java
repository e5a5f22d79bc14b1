package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * Children among candidates for their parents.
 *
 * @param allowed children by candidates: 0, or {@link Masks#OUT} for what cannot be the parent
 * @param declared children by candidates: 1 for a declared parent, 0 for all others; each child has
 *     at least one
 * @param pairs children by candidates by what both have in common
 */
public record LinkContrast(Tensor allowed, Tensor declared, Tensor pairs) {
  /**
   * Returns the mean over the children of how surprising their parents are, averaged over several.
   *
   * @param children vectors of the children, of length 1
   * @param candidates vectors of the candidates, of length 1
   * @param scale what cosines are multiplied with
   * @param shares what each common number counts
   */
  public Tensor loss(Tensor children, Tensor candidates, Tensor scale, Tensor shares) {
    Tensor logarithms =
        children
            .matmul(candidates.t())
            .mul(scale)
            .add(pairs.matmul(shares))
            .add(allowed)
            .log_softmax(-1);
    return logarithms.mul(declared).sum(1).div(declared.sum(1)).neg().mean();
  }
}
