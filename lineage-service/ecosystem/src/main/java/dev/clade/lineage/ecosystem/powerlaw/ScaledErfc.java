package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The scaled complementary error function {@code erfcx(t) = e^(t²)·erfc(t)}, which neither
 * underflows for large t nor loses digits there.
 *
 * <p>Chebyshev series of {@code erfcx(t)·(1 + 2t)} by (t − 3.75)/(t + 3.75), a variable after
 * Shepherd and Laframboise (1981); {@code scaled_erfc.py} computes the coefficients. The relative
 * error is some ulps.
 */
final class ScaledErfc {
  private static final double MIDDLE = 3.75;
  private static final double[] COEFFICIENTS = {
    1.1775789345674017,
    -0.004590054580646478,
    -0.08424913336651792,
    0.05920993999819189,
    -0.026658668435305753,
    0.009074997670705265,
    -0.002413163540417608,
    0.0004907758365258086,
    -6.916973302501207e-05,
    4.13902798607301e-06,
    7.74038306619849e-07,
    -2.1886401049234397e-07,
    1.076499946567091e-08,
    4.521959811218287e-09,
    -7.754400208831351e-10,
    -6.318088340886684e-11,
    2.86879501093067e-11,
    1.9455868545777344e-13,
    -9.65469674843344e-13,
    3.252548148148739e-14,
    3.347811948286805e-14,
    -1.8645628804193146e-15,
    -1.2507950530688614e-15,
    7.418235256624875e-17,
    5.068148904797436e-17,
  };

  private ScaledErfc() {}

  /** Returns ln(erfcx(t)) for any t. */
  static double logarithm(double t) {
    // erfc(t) = 2 − erfc(−t)
    return t >= 0 ? Math.log(of(t)) : t * t + Math.log(2 - of(-t) * Math.exp(-t * t));
  }

  /** Returns erfcx(t) for t at least 0, by Clenshaw's recurrence. */
  static double of(double t) {
    double u = (t - MIDDLE) / (t + MIDDLE);
    double next = 0;
    double afterNext = 0;
    for (int k = COEFFICIENTS.length - 1; k > 0; k--) {
      double current = 2 * u * next - afterNext + COEFFICIENTS[k];
      afterNext = next;
      next = current;
    }
    return (u * next - afterNext + COEFFICIENTS[0]) / (1 + 2 * t);
  }
}
