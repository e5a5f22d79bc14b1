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
    1.1775789345674018,
    -0.0045900545806464773,
    -0.084249133366517916,
    0.05920993999819189,
    -0.026658668435305752,
    0.0090749976707052651,
    -0.0024131635404176082,
    0.00049077583652580863,
    -6.9169733025012064e-5,
    4.1390279860730102e-6,
    7.7403830661984907e-7,
    -2.1886401049234396e-7,
    1.076499946567091e-8,
    4.5219598112182869e-9,
    -7.7544002088313511e-10,
    -6.3180883408866845e-11,
    2.8687950109306699e-11,
    1.9455868545777345e-13,
    -9.6546967484334391e-13,
    3.2525481481487387e-14,
    3.3478119482868047e-14,
    -1.8645628804193148e-15,
    -1.2507950530688614e-15,
    7.4182352566248746e-17,
    5.0681489047974359e-17,
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
