package dev.clade.local.fuzz;

import java.util.random.RandomGenerator;

/** Numbers at the edges of what types and rules allow. */
final class HostileNumbers {
  private static final long[] WHOLE = {
    0,
    1,
    -1,
    2,
    3,
    10,
    99,
    100,
    101,
    1_000,
    1_001,
    10_000,
    65_535,
    65_536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE + 1L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    253_402_300_799L,
    253_402_300_800L,
    -62_135_596_801L,
    999_999_999,
    1_000_000_000
  };

  private static final double[] REAL = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    1.5,
    1e-300,
    1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Math.PI
  };

  private HostileNumbers() {}

  /** Draws a whole number; of 32 bits when cut to them. */
  static long whole(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextLong();
      case 1, 2 -> random.nextInt(-3, 12);
      default -> WHOLE[random.nextInt(WHOLE.length)];
    };
  }

  /** Draws a real number, or none. */
  static double real(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1, 2 -> random.nextDouble();
      default -> REAL[random.nextInt(REAL.length)];
    };
  }
}
