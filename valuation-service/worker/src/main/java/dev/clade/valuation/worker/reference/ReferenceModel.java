package dev.clade.valuation.worker.reference;

import dev.clade.valuation.worker.metric.ReferenceSample;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A frozen classifier with the statistics of its own reference images; holds no native memory. */
public final class ReferenceModel {
  private final List<Integer> widths;
  private final float[] weights;
  private final FeatureScale scale;
  private final ReferenceSample sample;
  private final String hash;

  /**
   * Freezes a classifier.
   *
   * @param widths widths of its layers
   * @param weights its weights, layer after layer
   * @param rawFeatures its features of the reference images
   */
  ReferenceModel(List<Integer> widths, float[] weights, double[][] rawFeatures) {
    this.widths = List.copyOf(widths);
    this.weights = weights;
    this.scale = FeatureScale.of(rawFeatures);
    this.sample = new ReferenceSample(scale.standardize(rawFeatures));
    this.hash = ReferenceHash.of(widths, weights);
  }

  /**
   * Returns the SHA-256 of architecture and weights as 64 hexadecimal digits. Models of one image
   * set have one hash on machines of one kind; libtorch promises no equal bits between kinds of
   * processors.
   */
  public String hash() {
    return hash;
  }

  /** Returns the standardized features of the reference images. */
  public ReferenceSample sample() {
    return sample;
  }

  /** Loads the network to a device, into the innermost open scope of native memory. */
  public ReferenceReader load(ComputeDevice device) {
    ParameterVector parameters =
        ParameterVector.of(weights, ClassifierNetwork.shapes(widths), device);
    return new ReferenceReader(new ClassifierNetwork(parameters, widths.size() - 1), scale);
  }

  /** Returns the rows of a tensor in double precision. */
  static double[][] rows(Tensor tensor) {
    float[] values = ComputeDevice.fetch(tensor);
    int columns = Math.toIntExact(tensor.size(1));
    double[][] rows = new double[values.length / columns][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i / columns][i % columns] = values[i];
    }
    return rows;
  }
}
