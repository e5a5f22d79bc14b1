package dev.clade.valuation.worker.attribution;

/**
 * How gradients are taken and compared.
 *
 * @param times times of the diffusion that a gradient is averaged over, spaced evenly; at least 1
 * @param projectionDimensions numbers that a gradient is projected to; at least 1. A model with no
 *     more weights is not projected
 * @param damping what is added to each eigenvalue of the gradients' second moments before they are
 *     inverted, as a share of the eigenvalues' mean; positive
 */
public record AttributionOptions(int times, int projectionDimensions, double damping) {
  /** A hundred times, 512 dimensions and half a mean eigenvalue. */
  public static final AttributionOptions DEFAULTS = new AttributionOptions(100, 512, 0.5);

  /** Checks the ranges. */
  public AttributionOptions {
    requirePositive("times", times);
    requirePositive("projectionDimensions", projectionDimensions);
    requirePositive("damping", damping);
  }

  private static void requirePositive(String field, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be positive and finite; it is %s".formatted(field, value));
    }
  }
}
