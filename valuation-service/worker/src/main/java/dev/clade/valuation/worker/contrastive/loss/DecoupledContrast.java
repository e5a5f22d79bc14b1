package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The views of a row are drawn together at once, and in each view rows are pushed apart: the
 * logarithm of what is similar in a view, averaged over the row's views, less that of what is
 * similar among them.
 */
final class DecoupledContrast {
  private DecoupledContrast() {}

  static Tensor loss(ViewVectors views, InfoNce loss) {
    Tensor rows = Masks.positive(views.counts().sub(new Scalar(1)));
    return Masks.mean(apart(views, loss).sub(together(views, loss.scale())), rows);
  }

  private static Tensor apart(ViewVectors views, InfoNce loss) {
    Tensor vectors = views.vectorsByView();
    Tensor present = views.presenceByView();
    Tensor self = Masks.diagonal(vectors.size(1), vectors).mul(new Scalar(Masks.OUT));
    Tensor allowed = loss.bans().add(Masks.only(present).unsqueeze(1)).add(self);
    Tensor others = vectors.matmul(vectors.transpose(1, 2)).mul(loss.scale()).add(allowed);
    Tensor terms = present.mul(Masks.positive(allowed.exp().sum(-1)));
    return Masks.ratio(others.logsumexp(-1).mul(terms).sum(0), views.counts());
  }

  private static Tensor together(ViewVectors views, Tensor scale) {
    Tensor vectors = views.vectors();
    Tensor present = Masks.only(views.presence());
    Tensor self = Masks.diagonal(vectors.size(1), vectors).mul(new Scalar(Masks.OUT));
    return vectors
        .matmul(vectors.transpose(1, 2))
        .mul(scale)
        .add(present.unsqueeze(1))
        .add(present.unsqueeze(2))
        .add(self)
        .logsumexp(-2, -1);
  }
}
