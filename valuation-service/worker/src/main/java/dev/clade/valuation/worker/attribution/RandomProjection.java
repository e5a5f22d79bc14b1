package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Random projections of long vectors by a matrix of signs that is drawn anew, block by block,
 * whenever it is used: it is never stored. Inner products are kept on average, with a standard
 * deviation of at most {@code sqrt(2 / dimensions)} of the vectors' norms.
 *
 * <p>Source: Achlioptas, "Database-friendly random projections", PODS 2001.
 */
final class RandomProjection {
  private static final int ROWS_A_BLOCK = 1_024;

  private final int dimensions;
  private final RandomSource random;
  private final ComputeDevice device;

  /**
   * Chooses a projection.
   *
   * @param dimensions numbers that remain of a vector; one with no more is kept as it is
   * @param random where the signs come from
   */
  RandomProjection(int dimensions, RandomSource random, ComputeDevice device) {
    this.dimensions = dimensions;
    this.random = random;
    this.device = device;
  }

  /**
   * Projects vectors. The signs cost as much for one vector as for many.
   *
   * @param vectors one vector after another
   * @param count how many there are, at least 1
   * @return vectors by dimensions
   */
  double[][] project(float[] vectors, int count) {
    int length = vectors.length / count;
    if (length <= dimensions) {
      return rows(vectors, count, 1);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor tall = device.ship(vectors, count, length);
      Tensor projected = device.ship(new float[count * dimensions], count, dimensions);
      for (int first = 0; first < length; first += ROWS_A_BLOCK) {
        int rows = Math.min(ROWS_A_BLOCK, length - first);
        float[] signs = new float[rows * dimensions];
        random.stream(Purpose.PROJECTION, first / ROWS_A_BLOCK).fillSigns(signs, 0, signs.length);
        try (PointerScope block = new PointerScope()) {
          projected.addmm_(tall.narrow(1, first, rows), device.ship(signs, rows, dimensions));
        }
      }
      return rows(ComputeDevice.fetch(projected), count, 1 / Math.sqrt(dimensions));
    }
  }

  private static double[][] rows(float[] values, int count, double scale) {
    int columns = values.length / count;
    double[][] rows = new double[count][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i / columns][i % columns] = scale * values[i];
    }
    return rows;
  }
}
