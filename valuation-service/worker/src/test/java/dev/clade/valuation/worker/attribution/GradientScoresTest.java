package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.AnswerFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientScoresTest {
  /** Cases that numpy solved: attribution_answers.py in src/test/python. */
  @ParameterizedTest
  @MethodSource("cases")
  void scoresAreThoseOfAnotherProgram(double[][] lists) {
    int dimensions = (int) lists[0][0];
    GradientScores scores =
        new GradientScores(
            AnswerFile.rows(lists[2], dimensions), AnswerFile.rows(lists[3], dimensions));

    GradientScores.Influence influence = scores.influence(lists[1][0]);

    assertThat(influence.plain()).containsExactly(lists[4], within(1e-12));
    assertThat(influence.relative()).containsExactly(lists[5], within(1e-12));
    assertThat(influence.renormalized()).containsExactly(lists[6], within(1e-12));
    assertThat(scores.similarity()).containsExactly(lists[7], within(1e-12));
  }

  /**
   * Worked by hand: second moments are 4 and 16 on the diagonal, whose mean is 10, so that half of
   * it makes K the inverse of 9 and 21.
   */
  @Test
  void perpendicularGradients() {
    GradientScores scores =
        new GradientScores(new double[][] {{2, 0}, {0, 4}}, new double[][] {{1, 0}, {3, 4}});

    assertThat(scores.influence(0.5).plain())
        .containsExactly(new double[] {4.0 / 9, 8.0 / 21}, within(1e-15));
    assertThat(scores.influence(0.5).relative())
        .containsExactly(new double[] {2, 2}, within(1e-14));
    assertThat(scores.influence(0.5).renormalized())
        .containsExactly(new double[] {2.0 / 9, 2.0 / 21}, within(1e-15));
    assertThat(scores.similarity()).containsExactly(new double[] {0.8, 0.4}, within(1e-15));
  }

  @Test
  void anImageWithoutGradientScoresZero() {
    GradientScores scores =
        new GradientScores(new double[][] {{0, 0}, {1, 0}}, new double[][] {{1, 1}, {0, 0}});

    assertThat(scores.similarity()[0]).isZero();
    assertThat(scores.influence(1).relative()[0]).isZero();
    assertThat(scores.influence(1).renormalized()[0]).isZero();
    assertThat(new GradientScores(new double[2][2], new double[1][2]).influence(1).plain())
        .containsExactly(0, 0);
  }

  private static List<double[][]> cases() throws IOException {
    return AnswerFile.read(GradientScoresTest.class, "attribution_answers.csv");
  }
}
