package dev.clade.valuation.server.domain;

/**
 * What a run has used, lost and failed evaluations included.
 *
 * @param leases evaluations begun
 * @param deviceSeconds seconds that workers' devices held its leases
 * @param reused evaluations taken over from other runs
 */
public record Usage(int leases, double deviceSeconds, int reused) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** Returns hours that workers' devices held leases. */
  public double deviceHours() {
    return deviceSeconds / SECONDS_PER_HOUR;
  }
}
