package dev.clade.valuation.worker.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSourceTest {
  private static final String SET = "imageSets/a";

  @Test
  void equalKeysGiveEqualStreams() {
    assertThat(numbers(training(SET, 1, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 3)))
        .containsExactly(numbers(training(SET, 1, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 3)));
  }

  @Test
  void everyPartOfTheKeyChangesTheStream() {
    Stream<float[]> streams =
        Stream.of(
            numbers(training(SET, 1, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training("imageSets/b", 1, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training(SET, 2, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training(SET, 1, 4, 0, 0).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training(SET, 1, 5, 1, 0).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training(SET, 1, 5, 0, 1).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(training(SET, 1, 5, 0, 0).stream(Purpose.TIMESTEP, 3)),
            numbers(training(SET, 1, 5, 0, 0).stream(Purpose.TRAINING_NOISE, 4)),
            numbers(RandomSource.ofRun(SET, 1).stream(Purpose.TRAINING_NOISE, 3)),
            numbers(
                RandomSource.ofRun(SET, 1).ofItem(new float[] {1}).stream(
                    Purpose.TRAINING_NOISE, 3)),
            numbers(
                RandomSource.ofRun(SET, 1).ofItem(new float[] {2}).stream(
                    Purpose.TRAINING_NOISE, 3)),
            numbers(RandomSource.ofContent(new byte[] {1}).stream(Purpose.TRAINING_NOISE, 3)));

    assertThat(streams.map(stream -> stream[0])).doesNotHaveDuplicates();
  }

  private static RandomSource training(
      String imageSet, long seed, long coalition, int replicate, int attempt) {
    return RandomSource.ofTraining(
        imageSet, seed, BitSet.valueOf(new long[] {coalition}), replicate, attempt);
  }

  private static float[] numbers(RandomStream stream) {
    float[] numbers = new float[9];
    stream.fillNormal(numbers, 0, numbers.length);
    return numbers;
  }
}
