package dev.clade.valuation.worker.contrastive.loss;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;

/** The numbers of {@code contrastive_answers.py}, of 64 bits. */
final class Cases {
  static final int ROWS = 6;
  static final int VIEWS = 3;
  static final int WIDTH = 5;
  static final int CHILDREN = 2;
  static final int CANDIDATES = 4;
  static final double[] PRESENT = {1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1};
  static final double[] GATES = {0.5, 0.2, 0.3};
  static final long[] LABELS = {1, 0, 1, -1, 0, 2};

  static {
    // Loads libtorch with the settings of trainings.
    ComputeDevice.open(DeviceChoice.CPU);
  }

  private Cases() {}

  /** Returns numbers in plus and minus 1. */
  static double[] series(int count, int seed) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = ((i * 7919L + seed) % 2003 / 2003.0 - 0.5) * 2;
    }
    return values;
  }

  /** Returns the vectors of all rows' views, before they are brought to length 1. */
  static double[] vectors() {
    double[] vectors = new double[ROWS * VIEWS * WIDTH];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(
          series(VIEWS * WIDTH, 101 * row + 7), 0, vectors, row * VIEWS * WIDTH, VIEWS * WIDTH);
    }
    return vectors;
  }

  /** Returns that all rows have all views. */
  static double[] everything() {
    double[] all = new double[ROWS * VIEWS];
    Arrays.fill(all, 1);
    return all;
  }

  /** Returns what bans rows 0 and 2, and 1 and 4, from each other. */
  static double[] bans() {
    double[] bans = new double[ROWS * ROWS];
    for (int[] pair : new int[][] {{0, 2}, {2, 0}, {1, 4}, {4, 1}}) {
      bans[pair[0] * ROWS + pair[1]] = Masks.OUT;
    }
    return bans;
  }

  static Tensor tensor(double[] values, long... shape) {
    return Tensor.create(values, shape);
  }

  /** Returns the views of the rows. */
  static ViewVectors views(Tensor vectors, double[] presence) {
    return new ViewVectors(
        ViewVectors.unit(vectors.view(ROWS, VIEWS, WIDTH)),
        tensor(presence, ROWS, VIEWS),
        tensor(GATES, VIEWS));
  }

  /** Returns the children of the case among their candidates. */
  static LinkContrast link() {
    double out = Masks.OUT;
    return new LinkContrast(
        tensor(new double[] {0, 0, out, 0, out, 0, 0, 0}, CHILDREN, CANDIDATES),
        tensor(new double[] {1, 0, 0, 0, 0, 1, 0, 1}, CHILDREN, CANDIDATES),
        tensor(series(CHILDREN * CANDIDATES * 2, 43), CHILDREN, CANDIDATES, 2));
  }

  static double[] fetch(Tensor tensor) {
    double[] values = new double[Math.toIntExact(tensor.numel())];
    DoublePointer data = tensor.detach().contiguous().data_ptr_double();
    data.get(values);
    return values;
  }
}
