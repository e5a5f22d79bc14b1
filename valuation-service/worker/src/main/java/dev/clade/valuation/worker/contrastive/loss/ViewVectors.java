package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The vectors of the views of a batch's rows.
 *
 * @param vectors rows by views by numbers, each of length 1; of absent views whatever it is
 * @param presence rows by views: 1 where the view is present, 0 where it is absent
 * @param gates the views' shares in the fused vector
 */
public record ViewVectors(Tensor vectors, Tensor presence, Tensor gates) {
  /** Added to a square before its root is taken. */
  private static final double SOFTENING = 1e-4;

  /** Returns vectors, along the last axis, divided by their lengths. */
  public static Tensor unit(Tensor vectors) {
    return vectors.mul(Masks.sumKeeping(vectors.square(), -1).add(new Scalar(SOFTENING)).rsqrt());
  }

  /** Returns the fused vectors of the rows, rows by numbers. */
  public Tensor fused() {
    return unit(weighted().sum(1));
  }

  /** Returns for each row and view what all other views fuse to, rows by views by numbers. */
  Tensor others() {
    Tensor weighted = weighted();
    return unit(weighted.sum(1).unsqueeze(1).sub(weighted));
  }

  /** Returns the number of views that each row has. */
  Tensor counts() {
    return presence.sum(1);
  }

  /** Returns presence, views by rows. */
  Tensor presenceByView() {
    return presence.t();
  }

  /** Returns vectors, views by rows by numbers. */
  Tensor vectorsByView() {
    return vectors.transpose(0, 1);
  }

  private Tensor weighted() {
    return vectors.mul(presence.mul(gates).unsqueeze(2));
  }
}
