package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.metric.LabelDistribution;
import dev.clade.valuation.worker.metric.Utility;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.reference.ReferenceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Collects what a reference model sees in batches of generated images. */
public final class SampleMeter {
  private final ReferenceModel reference;
  private final ReferenceReader reader;
  private final List<double[]> features = new ArrayList<>();
  private final List<double[]> probabilities = new ArrayList<>();

  /** Measures by a reference model, which a reader looks at images with. */
  public SampleMeter(ReferenceModel reference, ReferenceReader reader) {
    this.reference = reference;
    this.reader = reader;
  }

  /** Adds generated images, images by pixels, in [-1, 1]. */
  public void add(Tensor images) {
    ReferenceReader.Reading reading = reader.read(images);
    features.addAll(List.of(reading.features()));
    probabilities.addAll(List.of(reading.probabilities()));
  }

  /**
   * Checks that no image is far off the reference images and those that the model was trained on.
   *
   * @throws dev.clade.valuation.worker.training.DivergedException when one is
   */
  public void requireUsual(Tensor trainingImages) {
    OutlierRule.check(features.toArray(double[][]::new), reader.read(trainingImages).features());
  }

  /**
   * Returns how far images are of the classes that they were asked for, 0 to 1.
   *
   * @param asked class of each image, in the order of generation
   */
  public double agreement(int[] asked) {
    return LabelDistribution.agreement(probabilities.toArray(double[][]::new), asked);
  }

  /** Returns all utilities of the images by name. */
  public Map<String, Double> utilities() {
    return Utility.all(
        reference
            .sample()
            .measure(features.toArray(double[][]::new), probabilities.toArray(double[][]::new)));
  }
}
