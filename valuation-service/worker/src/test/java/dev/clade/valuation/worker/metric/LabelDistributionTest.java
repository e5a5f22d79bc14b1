package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelDistributionTest {
  @Test
  void certainAndEvenLabelsGiveTheLargestScoreAndEntropy() {
    LabelDistribution labels =
        LabelDistribution.of(
            new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});

    assertThat(labels.score()).isCloseTo(4, within(1e-12));
    assertThat(labels.entropyBits()).isCloseTo(2, within(1e-12));
  }

  @Test
  void oneLabelOnlyGivesTheLeastScoreAndEntropy() {
    LabelDistribution labels = LabelDistribution.of(new double[][] {{1, 0}, {1, 0}});

    assertThat(labels.score()).isEqualTo(1);
    assertThat(labels.entropyBits()).isZero();
    assertThat(labels.coverage()).isEqualTo(0.5);
  }

  @Test
  void uncertainLabelsHaveEntropyButNoScore() {
    LabelDistribution labels = LabelDistribution.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}});

    assertThat(labels.score()).isCloseTo(1, within(1e-12));
    assertThat(labels.entropyBits()).isCloseTo(1, within(1e-12));
  }

  /** Worked by hand: the marginal is (0.75, 0.25); KL is ln(4/3) and 0.5 ln(2/3) + 0.5 ln 2. */
  @Test
  void mixedLabels() {
    LabelDistribution labels = LabelDistribution.of(new double[][] {{1, 0}, {0.5, 0.5}});

    assertThat(labels.marginal()).containsExactly(0.75, 0.25);
    assertThat(labels.meanDivergence())
        .isCloseTo(
            (Math.log(4.0 / 3) + 0.5 * Math.log(2.0 / 3) + 0.5 * Math.log(2)) / 2, within(1e-12));
    assertThat(labels.entropyBits()).isCloseTo(0.811278, within(1e-6));
    assertThat(labels.coverage()).isEqualTo((1 + 0.5) / 2);
  }

  @Test
  void agreementIsTheMeanProbabilityOfTheClassAskedFor() {
    double[][] probabilities = {{0.75, 0.25}, {0.5, 0.5}, {0, 1}};
    assertThat(LabelDistribution.agreement(probabilities, new int[] {0, 1, 0}))
        .isEqualTo((0.75 + 0.5) / 3);
  }
}
