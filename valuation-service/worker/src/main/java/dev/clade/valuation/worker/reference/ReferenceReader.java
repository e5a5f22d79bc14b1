package dev.clade.valuation.worker.reference;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A reference model on a device, ready to look at images. */
public final class ReferenceReader {
  private final ClassifierNetwork network;
  private final FeatureScale scale;

  ReferenceReader(ClassifierNetwork network, FeatureScale scale) {
    this.network = network;
    this.scale = scale;
  }

  /**
   * Looks at images.
   *
   * @param images images by pixels, in [-1, 1]
   */
  public Reading read(Tensor images) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard frozen = new NoGradGuard()) {
      Tensor features = network.features(images);
      Tensor probabilities = network.logits(features).softmax(1);
      return new Reading(
          scale.standardize(ReferenceModel.rows(features)), ReferenceModel.rows(probabilities));
    }
  }

  /**
   * What the model sees in images.
   *
   * @param features images by features, standardized by the reference images
   * @param probabilities images by classes; rows sum to 1
   */
  public record Reading(double[][] features, double[][] probabilities) {}
}
