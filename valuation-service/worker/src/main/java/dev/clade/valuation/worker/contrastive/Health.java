package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.View;
import java.util.Map;

/**
 * Whether the vectors of an embedding use the room that they have, of at most 4,096 rows.
 *
 * @param alignment mean squared distance of two views of a row, 0 to 4
 * @param uniformity logarithm of the mean of {@code exp(-2 d^2)} over pairs of rows; lower is more
 *     even
 * @param variance by how much the deviation of a number falls short of 1
 * @param covariance squared covariances of different numbers, over how many there are
 * @param effectiveRank how many directions the fused vectors use, from 1 to their width
 * @param largestGap largest distance between the means of two views
 * @param gates share of each view in the fused vector
 * @param contrastScale scale of the contrast, at most 100
 */
public record Health(
    double alignment,
    double uniformity,
    double variance,
    double covariance,
    double effectiveRank,
    double largestGap,
    Map<View, Double> gates,
    double contrastScale) {
  /** Copies the gates. */
  public Health {
    gates = Map.copyOf(gates);
  }
}
