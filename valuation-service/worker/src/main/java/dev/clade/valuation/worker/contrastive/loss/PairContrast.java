package dev.clade.valuation.worker.contrastive.loss;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Each pair of views both ways, over the rows that have both; then the mean of the pairs. */
final class PairContrast {
  private PairContrast() {}

  static Tensor loss(ViewVectors views, InfoNce loss) {
    List<Tensor> losses = new ArrayList<>();
    List<Tensor> counts = new ArrayList<>();
    long count = views.presence().size(1);
    for (long one = 0; one < count; one++) {
      for (long other = one + 1; other < count; other++) {
        Tensor have = views.presenceByView().select(0, one);
        Tensor otherHave = views.presenceByView().select(0, other);
        Tensor both = have.mul(otherHave);
        Tensor cosines =
            views.vectorsByView().select(0, one).matmul(views.vectorsByView().select(0, other).t());
        Tensor rows =
            loss.losses(cosines, Masks.only(otherHave))
                .add(loss.losses(cosines.t(), Masks.only(have)))
                .mul(new Scalar(0.5));
        losses.add(Masks.mean(rows, both));
        counts.add(both.sum());
      }
    }
    if (losses.isEmpty()) {
      return views.vectors().mul(new Scalar(0)).sum();
    }
    Tensor together = torch.stack(new TensorVector(losses.toArray(Tensor[]::new)));
    Tensor rows = torch.stack(new TensorVector(counts.toArray(Tensor[]::new)));
    return Masks.mean(together, Masks.positive(rows));
  }
}
