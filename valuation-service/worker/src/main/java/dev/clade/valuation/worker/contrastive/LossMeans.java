package dev.clade.valuation.worker.contrastive;

/**
 * Losses on average over the steps of an epoch.
 *
 * @param total weighted sum of all
 * @param contrast contrast of views
 * @param labels contrast of labels, on average over the tasks; 0 without any
 * @param links surprise at declared parents; 0 without any
 * @param contrastShare share of the rows that had two views
 * @param labelShare share of the rows that had a label, on average over the tasks
 * @param linkShare share of the rows that had a declared parent in the batch
 * @param gradientNorm length of the gradient of dense weights before it was cut
 */
public record LossMeans(
    double total,
    double contrast,
    double labels,
    double links,
    double contrastShare,
    double labelShare,
    double linkShare,
    double gradientNorm) {
  /** Nothing yet. */
  static final LossMeans ZERO = new LossMeans(0, 0, 0, 0, 0, 0, 0, 0);

  /** Returns the sums with a share of others' added. */
  LossMeans plus(LossMeans other, double share) {
    return new LossMeans(
        total + share * other.total,
        contrast + share * other.contrast,
        labels + share * other.labels,
        links + share * other.links,
        contrastShare + share * other.contrastShare,
        labelShare + share * other.labelShare,
        linkShare + share * other.linkShare,
        gradientNorm + share * other.gradientNorm);
  }
}
