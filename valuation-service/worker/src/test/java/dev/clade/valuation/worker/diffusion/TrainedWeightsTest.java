package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.layout.MagnitudePruning;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainedWeightsTest {
  private final TrainedWeights pilot =
      Models.untrained(ModelOptions.perceptron(ImageShape.grey(8, 8), 64));

  /** Worked by hand for the pilot's 64 to 40 hidden units. */
  @Test
  void pruningTakesHiddenUnitsOutOfEveryLayer() {
    TrainedWeights pruned = pilot.pruned(0.375);

    assertThat(pruned.widths()).containsExactly(40);
    assertThat(pruned.parameterCount())
        .isEqualTo((64 + 32 + 1) * 40 + 2 * (40 + 32 + 1) * 40 + (40 + 1) * 64);
    assertThat(pruned.options()).isEqualTo(pilot.options());
  }

  @Test
  void whatIsPrunedTwiceIsNarrowerStill() {
    assertThat(pilot.pruned(0.5).pruned(0.5).widths()).containsExactly(16);
  }

  @Test
  void withNothingToRemoveItStaysAsItIs() {
    assertThat(pilot.pruned(0).weights()).isEqualTo(pilot.weights());
  }

  @Test
  void aPrunedModelIsTheFullOneWithZeros() {
    assertPruningIsZeroing(Models.shaken(Models.perceptron(3, PredictionTarget.VELOCITY)), 0.4);
  }

  @Test
  void aPrunedUNetIsTheFullOneWithZeros() {
    TrainedWeights full =
        Models.shaken(
            new ModelOptions(
                new ImageShape(8, 4, 3),
                2,
                new UNet(16, List.of(1, 2, 2), 1, List.of(1), 8, 4),
                PredictionTarget.NOISE,
                NoiseSchedule.FINE));

    assertPruningIsZeroing(full, 0.5);
    assertPruningIsZeroing(full.pruned(0.25), 0.25);
  }

  /**
   * Worked by hand for one level of one block: two widths of the embedding, the streams down and
   * up, and what lies inside the blocks and the attention of the middle.
   */
  @Test
  void pruningMakesEveryPartOfAUNetNarrower() {
    TrainedWeights full =
        Models.untrained(
            ModelOptions.unet(ImageShape.grey(4, 4), new UNet(8, List.of(1), 1, List.of(), 4, 2)));

    assertThat(full.widths()).containsExactly(32, 32, 4, 4, 4, 2, 4, 4, 4, 4);
    assertThat(full.parameterCount()).isEqualTo(uNetWeights(8, 32));
    assertThat(full.pruned(0.5).widths()).containsExactly(16, 16, 2, 2, 2, 1, 2, 2, 2, 2);
    assertThat(full.pruned(0.5).parameterCount()).isEqualTo(uNetWeights(4, 16) + (8 - 4) * 16);
  }

  /** Counts the weights of that network; the embedding sees as many time features as channels. */
  private static int uNetWeights(int channels, int embedding) {
    int block = 2 * channels + 9 * channels * channels + channels;
    block += (embedding + 1) * channels;
    block += 2 * channels + 9 * channels * channels + channels;
    int upBlock =
        2 * 2 * channels
            + 9 * 2 * channels * channels
            + channels
            + (embedding + 1) * channels
            + 2 * channels
            + 9 * channels * channels
            + channels
            + (2 * channels + 1) * channels;
    int attention = 2 * channels + 4 * (channels + 1) * channels;
    return (channels + 1) * embedding
        + (embedding + 1) * embedding
        + 9 * channels
        + channels
        + 3 * block
        + attention
        + 2 * upBlock
        + 2 * channels
        + 9 * channels
        + 1;
  }

  /** What is pruned of a model in which those weights are zero makes no difference. */
  private static void assertPruningIsZeroing(TrainedWeights weights, double share) {
    float[] values = weights.weights();
    float[] places = new float[values.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    float[] zeroed = new float[values.length];
    for (float place :
        MagnitudePruning.ofEveryGroup(weights.architecture().layout(), values, share)
            .select(places)) {
      zeroed[(int) place] = values[(int) place];
    }
    TrainedWeights full =
        new TrainedWeights(weights.options(), weights.widths(), zeroed, OptionalDouble.empty());

    float[] expected = Models.noiseFoundBy(full);
    assertThat(Models.noiseFoundBy(full.pruned(share))).containsExactly(expected, within(1e-5f));
    assertThat(expected).isNotEqualTo(Models.noiseFoundBy(weights));
  }
}
