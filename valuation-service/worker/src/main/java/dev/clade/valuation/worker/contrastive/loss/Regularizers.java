package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What tells whether vectors use the room that they have, as losses or to look at.
 *
 * <p>Sources: Wang and Isola, "Understanding contrastive representation learning through alignment
 * and uniformity on the hypersphere", ICML 2020; Bardes, Ponce, LeCun, "VICReg", ICLR 2022.
 */
public final class Regularizers {
  private static final double SOFTENING = 1e-4;

  private Regularizers() {}

  /** Returns the mean squared distance of two views of a row; 0 where no row has two. */
  public static Tensor alignment(ViewVectors views) {
    Tensor vectors = views.vectors();
    Tensor squares = vectors.square().sum(-1);
    Tensor distances =
        squares
            .unsqueeze(1)
            .add(squares.unsqueeze(2))
            .sub(vectors.matmul(vectors.transpose(1, 2)).mul(new Scalar(2)));
    Tensor both = views.presence().unsqueeze(1).mul(views.presence().unsqueeze(2));
    Tensor self = Masks.diagonal(vectors.size(1), vectors);
    return Masks.mean(distances, both.mul(self.neg().add(new Scalar(1))));
  }

  /** Returns the logarithm of the mean of {@code exp(-2 d^2)} over all pairs of different rows. */
  public static Tensor uniformity(Tensor vectors) {
    long count = vectors.size(0);
    Tensor squares = vectors.square().sum(-1);
    Tensor distances =
        squares
            .unsqueeze(0)
            .add(squares.unsqueeze(1))
            .sub(vectors.matmul(vectors.t()).mul(new Scalar(2)));
    return distances
        .mul(new Scalar(-2))
        .add(Masks.diagonal(count, vectors).mul(new Scalar(Masks.OUT)))
        .logsumexp(0, 1)
        .sub(new Scalar(Math.log((double) count * (count - 1))));
  }

  /** Returns by how much the standard deviation of a number falls short of 1, on average. */
  public static Tensor variance(Tensor vectors) {
    Tensor deviations = vectors.var(new long[] {0}, true, false).add(new Scalar(SOFTENING)).sqrt();
    return deviations.neg().add(new Scalar(1)).relu().mean();
  }

  /** Returns the squared covariances of different numbers, over how many numbers there are. */
  public static Tensor covariance(Tensor vectors) {
    Tensor centred = vectors.sub(vectors.mean(0).unsqueeze(0));
    Tensor covariances =
        centred.t().matmul(centred).div(new Scalar((double) (vectors.size(0) - 1)));
    Tensor all = covariances.square().sum();
    return all.sub(covariances.diagonal().square().sum()).div(new Scalar((double) vectors.size(1)));
  }

  /**
   * Returns the mean of 1 less the cosine between vectors and what they were before.
   *
   * @param before as they were, zeros for new ones
   */
  public static Tensor drift(Tensor vectors, Tensor before) {
    Tensor old = Masks.positive(before.square().sum(-1));
    Tensor lengths =
        vectors.square().sum(-1).mul(before.square().sum(-1)).clamp_min(new Scalar(1e-12)).sqrt();
    Tensor cosines = vectors.mul(before).sum(-1).div(lengths);
    return Masks.mean(cosines.neg().add(new Scalar(1)), old);
  }
}
