package dev.clade.lineage.ecosystem.maintenance.status;

/** How far rows are from each other. */
final class Distances {
  private Distances() {}

  /** Returns the square of the Euclidean distance. */
  static double squared(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (first[i] - second[i]) * (first[i] - second[i]);
    }
    return sum;
  }
}
