package dev.clade.valuation.worker.reference;

import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.tensor.GradientDescent;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains reference models, always on the processor, so that workers with and without a graphics
 * device agree on their hash.
 */
public final class ReferenceTrainer {
  private static final int STEPS = 600;
  private static final int LARGEST_BATCH = 64;
  private static final double PEAK_RATE = 0.004;

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  /**
   * Trains the model of some reference images: 600 steps of Adam on the cross entropy of labels. It
   * takes a fraction of a second for images of 8x8 pixels.
   */
  public ReferenceModel train(ReferenceImages reference) {
    List<Integer> widths = ClassifierNetwork.widths(reference.pixels(), reference.classCount());
    RandomSource random = RandomSource.ofContent(reference.content());
    try (PointerScope scope = new PointerScope()) {
      ClassifierNetwork network =
          new ClassifierNetwork(
              ParameterVector.initialize(
                  ClassifierNetwork.shapes(widths),
                  random.stream(Purpose.INITIALIZATION, 0),
                  device),
              widths.size() - 1);
      int count = reference.classes().length;
      Tensor images = device.ship(reference.images(), count, reference.pixels());
      Tensor classes = device.ship(longs(reference.classes()));
      fit(network, images, classes, new EpochOrder(count, random));
      try (NoGradGuard frozen = new NoGradGuard()) {
        return new ReferenceModel(
            widths,
            ComputeDevice.fetch(network.parameters().values()),
            ReferenceModel.rows(network.features(images)));
      }
    }
  }

  private void fit(ClassifierNetwork network, Tensor images, Tensor classes, EpochOrder order) {
    int batch = (int) Math.min(LARGEST_BATCH, images.size(0));
    GradientDescent descent =
        new GradientDescent(network.parameters(), PEAK_RATE, STEPS, LearningRateCurve.COSINE);
    for (int step = 0; step < STEPS; step++) {
      try (PointerScope scope = new PointerScope()) {
        long[] rows = new long[batch];
        for (int i = 0; i < batch; i++) {
          rows[i] = order.next();
        }
        Tensor chosen = device.ship(rows);
        Tensor logits = network.logits(network.features(images.index_select(0, chosen)));
        descent.descend(torch.cross_entropy_loss(logits, classes.index_select(0, chosen)));
      }
    }
  }

  private static long[] longs(int[] values) {
    long[] wide = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
