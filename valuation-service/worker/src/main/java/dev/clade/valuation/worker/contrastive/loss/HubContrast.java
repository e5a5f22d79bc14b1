package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Each view against what the others of its row fuse to, both ways. */
final class HubContrast {
  private HubContrast() {}

  static Tensor loss(ViewVectors views, InfoNce loss, boolean equalViews) {
    Tensor present = views.presenceByView();
    Tensor accompanied = Masks.positive(views.counts().unsqueeze(0).sub(present));
    Tensor rows = present.mul(accompanied);
    Tensor cosines = views.vectorsByView().matmul(views.others().transpose(0, 1).transpose(1, 2));
    Tensor losses =
        loss.losses(cosines, Masks.only(accompanied))
            .add(loss.losses(cosines.transpose(1, 2), Masks.only(present)))
            .mul(new Scalar(0.5));
    if (!equalViews) {
      return Masks.mean(losses, rows);
    }
    Tensor counts = rows.sum(1);
    return Masks.mean(Masks.ratio(losses.mul(rows).sum(1), counts), Masks.positive(counts));
  }
}
