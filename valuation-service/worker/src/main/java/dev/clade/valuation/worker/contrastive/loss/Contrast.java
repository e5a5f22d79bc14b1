package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** How the views of a repository are told from those of others. */
public enum Contrast {
  /**
   * Each view against what the others fuse to: as many terms as views, and a row with two views
   * still has two.
   */
  HUB {
    @Override
    Tensor losses(ViewVectors views, InfoNce loss, boolean equalViews) {
      return HubContrast.loss(views, loss, equalViews);
    }
  },
  /** Each view against each other one (Tian et al., "Contrastive multiview coding", ECCV 2020). */
  PAIRS {
    @Override
    Tensor losses(ViewVectors views, InfoNce loss, boolean equalViews) {
      return PairContrast.loss(views, loss);
    }
  },
  /**
   * All views of a row against each other at once, other rows within a view alone (arXiv
   * 2507.06979), divided by the views that a row has.
   */
  DECOUPLED {
    @Override
    Tensor losses(ViewVectors views, InfoNce loss, boolean equalViews) {
      return DecoupledContrast.loss(views, loss);
    }
  },
  /** None: views are brought together by other losses at most. */
  NONE {
    @Override
    Tensor losses(ViewVectors views, InfoNce loss, boolean equalViews) {
      return views.vectors().mul(new Scalar(0)).sum();
    }
  };

  /**
   * Returns the loss of a batch: 0 where no row has two views.
   *
   * @param bans rows by rows: 0, or {@link Masks#OUT} for two that must not be told apart
   * @param scale what cosines are multiplied with
   * @param weights how negatives count; {@link #DECOUPLED} takes them for what they seem
   * @param equalViews whether views count alike, or by how many rows have them; {@link #HUB} only
   */
  public Tensor loss(
      ViewVectors views, Tensor bans, Tensor scale, NegativeWeights weights, boolean equalViews) {
    return losses(views, new InfoNce(bans, scale, weights), equalViews);
  }

  abstract Tensor losses(ViewVectors views, InfoNce loss, boolean equalViews);
}
