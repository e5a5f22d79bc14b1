package dev.clade.valuation.worker.random;

/**
 * The quantile function of the standard normal distribution, to about seven digits.
 *
 * <p>It takes one uniform number for each normal one, and five of six times only additions,
 * multiplications and one division, so it is fast and gives the same bits on every platform.
 *
 * <p>Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
 * Statistics 37 (1988), routine PPND7.
 */
final class NormalQuantile {
  private static final double CENTRAL_HALF_WIDTH = 0.425;
  private static final double CENTRAL_CONSTANT = 0.180625;
  private static final double TAIL_SPLIT = 5;
  private static final double TAIL_CONSTANT = 1.6;

  private NormalQuantile() {}

  /**
   * Returns the number that a standard normal variable stays below with a given probability.
   *
   * @param probability in (0, 1)
   */
  static double of(double probability) {
    double offset = probability - 0.5;
    if (Math.abs(offset) <= CENTRAL_HALF_WIDTH) {
      double r = CENTRAL_CONSTANT - offset * offset;
      double numerator =
          ((5.9109374720e+01 * r + 1.5929113202e+02) * r + 5.0434271938e+01) * r + 3.3871327179e+00;
      double denominator =
          ((6.7187563600e+01 * r + 7.8757757664e+01) * r + 1.7895169469e+01) * r + 1.0;
      return offset * numerator / denominator;
    }
    double tail = offset < 0 ? probability : 1 - probability;
    double magnitude = tail(StrictMath.sqrt(-StrictMath.log(tail)));
    return offset < 0 ? -magnitude : magnitude;
  }

  private static double tail(double root) {
    if (root <= TAIL_SPLIT) {
      double r = root - TAIL_CONSTANT;
      double numerator =
          ((1.7023821103e-01 * r + 1.3067284816e+00) * r + 2.7568153900e+00) * r + 1.4234372777e+00;
      return numerator / ((1.2021132975e-01 * r + 7.3700164250e-01) * r + 1.0);
    }
    double r = root - TAIL_SPLIT;
    double numerator =
        ((1.7337203997e-02 * r + 4.2868294337e-01) * r + 3.0812263860e+00) * r + 6.6579051150e+00;
    return numerator / ((1.2258202635e-02 * r + 2.4197894225e-01) * r + 1.0);
  }
}
