package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class DiffusionTrainerTest {
  private static final int PIXELS = 16;
  private static final int SAMPLES = 128;
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final DiffusionTrainer trainer =
      new DiffusionTrainer(device, new TrainerOptions(1_000, 32, 32, 0.004, SAMPLES, 25));

  /** Hardly a sample lies between the two, and both are about as frequent. */
  @Test
  void reproducesAnImageAndItsNegative() {
    float[] images = new float[2 * PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      images[i] = i % 4 < 2 ? 1 : -1;
      images[PIXELS + i] = -images[i];
    }

    float[] samples = samples(images);

    long positive = countNear(samples, images, 0);
    long negative = countNear(samples, images, PIXELS);
    assertThat(positive + negative).isGreaterThan(SAMPLES * 9 / 10);
    assertThat(positive).isGreaterThan(SAMPLES / 4);
    assertThat(negative).isGreaterThan(SAMPLES / 4);
  }

  @Test
  void oneImageIsEnough() {
    float[] image = new float[PIXELS];
    image[5] = 1;

    assertThat(countNear(samples(image), image, 0)).isEqualTo(SAMPLES);
  }

  @Test
  void withoutImagesTheModelIsUntrainedButGenerates() {
    float[] samples = samples(new float[0]);

    assertThat(samples).hasSize(SAMPLES * PIXELS);
    for (float pixel : samples) {
      assertThat(pixel).isBetween(-1f, 1f);
    }
  }

  @Test
  void stopsWhenTold() {
    assertThatExceptionOfType(TrainingCancelledException.class)
        .isThrownBy(() -> trainer.train(new float[PIXELS], PIXELS, RANDOM, () -> true));
  }

  private float[] samples(float[] images) {
    try (PointerScope scope = new PointerScope()) {
      DiffusionModel model = trainer.train(images, PIXELS, RANDOM, () -> false);
      List<float[]> batches = new ArrayList<>();
      model.sample(SAMPLES, 25, RANDOM, batch -> batches.add(ComputeDevice.fetch(batch)));
      assertThat(batches).hasSize(1);
      return batches.getFirst();
    }
  }

  /** Counts samples whose root mean square difference from an image is below 0.25. */
  private static long countNear(float[] samples, float[] images, int offset) {
    long near = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      double squares = 0;
      for (int i = 0; i < PIXELS; i++) {
        double difference = samples[sample * PIXELS + i] - images[offset + i];
        squares += difference * difference;
      }
      if (Math.sqrt(squares / PIXELS) < 0.25) {
        near++;
      }
    }
    return near;
  }
}
