package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.valuation.worker.contrastive.loss.Regularizers;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Looks at the vectors of rows; the effective rank is Roy and Vetterli's (EUSIPCO 2007). */
final class HealthCheck {
  private static final int MOST_ROWS = 4096;

  private HealthCheck() {}

  /** Looks at what an encoder makes of the rows that are trained on, evenly chosen if many. */
  static Health of(RowEncoder encoder, TrainingSet set, FeatureTable features) {
    int count = Math.min(MOST_ROWS, set.rows().length);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = set.rows()[(int) ((long) i * set.rows().length / count)];
    }
    try (PointerScope scope = new PointerScope();
        NoGradGuard frozen = new NoGradGuard()) {
      ViewVectors views = encoder.views(features, rows);
      Tensor fused = views.fused();
      return new Health(
          Regularizers.alignment(views).item_double(),
          Regularizers.uniformity(fused).item_double(),
          Regularizers.variance(fused).item_double(),
          Regularizers.covariance(fused).item_double(),
          effectiveRank(fused),
          largestGap(views),
          gates(encoder.network().shape().views(), ComputeDevice.fetch(views.gates())),
          encoder.network().contrastScale().item_double());
    }
  }

  /** Returns the exponential of the entropy of the squared singular values' shares. */
  static double effectiveRank(Tensor vectors) {
    Tensor wide = vectors.to(ScalarType.Double).cpu();
    Tensor squares = torch.linalg_eigvalsh(wide.t().matmul(wide)).clamp_min(new Scalar(0));
    Tensor shares = squares.div(squares.sum());
    Tensor entropy = shares.mul(shares.clamp_min(new Scalar(Double.MIN_NORMAL)).log()).sum().neg();
    return entropy.exp().item_double();
  }

  /** Returns the largest distance between the means of two views over the rows that have them. */
  static double largestGap(ViewVectors views) {
    Tensor presence = views.presence().unsqueeze(2);
    Tensor counts = views.presence().sum(0).clamp_min(new Scalar(1)).unsqueeze(1);
    Tensor means = views.vectors().mul(presence).sum(0).div(counts);
    Tensor there = views.presence().sum(0).gt(new Scalar(0)).to(means.scalar_type());
    Tensor squares = means.unsqueeze(0).sub(means.unsqueeze(1)).square().sum(-1);
    return squares.mul(there.unsqueeze(0)).mul(there.unsqueeze(1)).max().sqrt().item_double();
  }

  private static Map<View, Double> gates(List<View> views, float[] shares) {
    Map<View, Double> gates = new EnumMap<>(View.class);
    for (int view = 0; view < shares.length; view++) {
      gates.put(views.get(view), (double) shares[view]);
    }
    return gates;
  }
}
