package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.layout.MagnitudePruning;
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

  /** What is pruned of a model in which those weights are zero makes no difference. */
  private static void assertPruningIsZeroing(TrainedWeights weights, double share) {
    float[] values = weights.weights();
    float[] places = new float[values.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    float[] zeroed = new float[values.length];
    for (float place :
        new MagnitudePruning(weights.options().layout(weights.widths()), values, share)
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
