package dev.clade.valuation.game.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.testing.Answers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tests of values that SciPy scored: evaluation_answers.py in src/test/python. */
class IndependentAnswersTest {
  private static final Offset<Double> NEAR = within(1e-9);

  @ParameterizedTest
  @MethodSource("lines")
  void scoresAreThoseOfSciPy(String line) {
    String[] parts = line.split(";", -1);
    int players = Integer.parseInt(parts[0]);
    double[] values = Answers.numbers(parts[3]);
    LinearDatamodelingScore score =
        LinearDatamodelingScore.of(values, test(players, parts[1], parts[2]), 100, 1);
    double[] overSeeds = Answers.numbers(parts[5]);

    assertThat(array(score.bySeed())).containsExactly(Answers.numbers(parts[4]), NEAR);
    assertThat(score.overSeeds().mean()).isEqualTo(overSeeds[0], NEAR);
    assertThat(score.overSeeds().standardDeviation()).isEqualTo(overSeeds[1], NEAR);
    assertThat(score.overSeeds().interval().lower()).isEqualTo(overSeeds[2], within(1e-6));
    assertThat(score.overSeeds().interval().upper()).isEqualTo(overSeeds[3], within(1e-6));
    assertThat(array(score.ceilings())).containsExactly(Answers.numbers(parts[6]), NEAR);
    assertThat(score.additiveInSample()).isEqualTo(Double.parseDouble(parts[7]), NEAR);
    assertThat(score.additiveCrossValidated()).isLessThan(score.additiveInSample());
    assertThat(score.overSubsets().holds(score.overSeeds().mean())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void errorsAreThoseOfNumPy(String line) {
    String[] parts = line.split(";", -1);
    double[] expected = Answers.numbers(parts[9]);
    ShapleyError error = ShapleyError.of(Answers.numbers(parts[3]), Answers.numbers(parts[8]));
    assertThat(error.relativeError()).isEqualTo(expected[0], NEAR);
    assertThat(error.spreadError()).isEqualTo(expected[1], NEAR);
    assertThat(error.pearson()).isEqualTo(expected[2], NEAR);
    assertThat(error.spearman()).isEqualTo(expected[3], NEAR);
  }

  private static RetrainedSubsets test(int players, String masks, String utilities) {
    double[] members = Answers.numbers(masks);
    return RetrainedSubsets.of(
        Arrays.stream(utilities.split("\\|", -1))
            .map(
                seed -> {
                  double[] numbers = Answers.numbers(seed);
                  UtilityTable.Builder builder = UtilityTable.builder(players);
                  for (int i = 0; i < members.length; i++) {
                    builder.add(new Coalition(players, (long) members[i]), 0, numbers[i]);
                  }
                  return builder.build();
                })
            .toList());
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Stream<String> lines() throws IOException {
    return Answers.lines(IndependentAnswersTest.class, "evaluation_answers.csv");
  }
}
