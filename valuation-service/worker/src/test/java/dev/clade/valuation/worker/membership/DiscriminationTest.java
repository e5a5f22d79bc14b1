package dev.clade.valuation.worker.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.AnswerFile;
import dev.clade.valuation.worker.random.RandomSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscriminationTest {
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  /** Cases that scikit-learn measured: membership_answers.py in src/test/python. */
  @ParameterizedTest
  @MethodSource("cases")
  void ratesAreThoseOfAnotherProgram(double[][] lists) {
    double[] members = lists[0].clone();
    double[] nonMembers = lists[1].clone();

    Discrimination rates = Discrimination.of(members, nonMembers, 10, RANDOM);

    assertThat(rates.areaUnderCurve().value()).isCloseTo(lists[2][0], within(1e-12));
    assertThat(rates.truePositivesAtOnePercent().value()).isCloseTo(lists[4][0], within(1e-12));
    assertThat(rates.truePositivesAtOnePerMille().value()).isCloseTo(lists[5][0], within(1e-12));
    assertThat(members).as("left as they were").isEqualTo(lists[0]);
    Arrays.sort(members);
    Arrays.sort(nonMembers);
    assertThat(Discrimination.truePositives(members, nonMembers, 0.1))
        .isCloseTo(lists[3][0], within(1e-12));
  }

  /**
   * Of 200 pairs of samples a unit apart, whose area is the probability that a normal variable of
   * variance 2 around 1 is positive, .76025, 95 % of the intervals should hold it.
   */
  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    Random random = new Random(1);
    int held = 0;
    for (int repetition = 0; repetition < 200; repetition++) {
      double[] members = random.doubles(40).map(x -> random.nextGaussian() + 1).toArray();
      double[] nonMembers = random.doubles(40).map(x -> random.nextGaussian()).toArray();
      Discrimination.Rate area =
          Discrimination.of(members, nonMembers, 200, RANDOM).areaUnderCurve();
      held += area.low() <= 0.76025 && 0.76025 <= area.high() ? 1 : 0;
    }

    assertThat(held).isBetween(178, 198);
  }

  @Test
  void withoutNonMembersThereIsNothingToCompare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Discrimination.of(new double[] {1}, new double[0], 10, RANDOM))
        .withMessage("nonMembers: at least 1 is needed; there are 0");
  }

  private static List<double[][]> cases() throws IOException {
    return AnswerFile.read(DiscriminationTest.class, "membership_answers.csv");
  }
}
