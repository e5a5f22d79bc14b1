package dev.clade.valuation.worker.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.Digits;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class ReferenceTrainerTest {
  private static final int COUNT = 160;

  private final ReferenceTrainer trainer = new ReferenceTrainer();

  @Test
  void theSameImagesGiveTheSameModel() {
    assertThat(trainer.train(shapes(1)).hash()).isEqualTo(trainer.train(shapes(1)).hash());
  }

  @Test
  void otherImagesGiveAnotherModel() {
    assertThat(trainer.train(shapes(2)).hash()).isNotEqualTo(trainer.train(shapes(1)).hash());
  }

  @Test
  void theReferenceImagesAreStandardizedAndAtDistanceZeroFromThemselves() {
    ReferenceImages images = shapes(1);
    ReferenceModel model = trainer.train(images);

    ReferenceReader.Reading reading = read(model, images.images(), images.pixels());
    double[][] features = reading.features();

    assertThat(model.sample().measure(features, reading.probabilities()).frechet())
        .isCloseTo(0, within(1e-5));
    for (int feature = 0; feature < ClassifierNetwork.FEATURES; feature++) {
      int column = feature;
      double[] values = IntStream.range(0, COUNT).mapToDouble(i -> features[i][column]).toArray();
      double squares = IntStream.range(0, COUNT).mapToDouble(i -> values[i] * values[i]).sum();
      assertThat(squares / (COUNT - 1)).isCloseTo(1, within(1e-3));
    }
  }

  /** A network that tells digits apart has features worth measuring with. */
  @Test
  void tellsRealDigitsThatItHasNotSeen() throws IOException {
    Digits digits = Digits.read();
    ReferenceModel model =
        trainer.train(
            ReferenceImages.of(digits.pixels(0, 500), Digits.PIXELS, digits.labels(0, 500)));
    byte[] labels = digits.labels(500, 1000);
    ReferenceImages unseen = ReferenceImages.of(digits.pixels(500, 1000), Digits.PIXELS, labels);

    double[][] probabilities = read(model, unseen.images(), Digits.PIXELS).probabilities();

    long right =
        IntStream.range(0, labels.length)
            .filter(i -> mostLikely(probabilities[i]) == labels[i])
            .count();
    assertThat(right).isGreaterThan(460);
  }

  private static ReferenceImages shapes(long seed) {
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = (byte) (i % Shapes.COUNT);
    }
    return ReferenceImages.of(
        new Shapes(seed).images(COUNT, i -> i % Shapes.COUNT, 0), Shapes.PIXELS, labels);
  }

  private static ReferenceReader.Reading read(ReferenceModel model, float[] images, int pixels) {
    ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
    try (PointerScope scope = new PointerScope()) {
      return model.load(device).read(device.ship(images, images.length / pixels, pixels));
    }
  }

  private static int mostLikely(double[] probabilities) {
    return IntStream.range(0, probabilities.length)
        .reduce((best, i) -> probabilities[i] > probabilities[best] ? i : best)
        .orElseThrow();
  }
}
