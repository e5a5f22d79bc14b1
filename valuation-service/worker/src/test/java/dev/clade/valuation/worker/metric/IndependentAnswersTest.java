package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.AnswerFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that scipy, scikit-learn and prdc measured: metric_answers.py in src/test/python. */
class IndependentAnswersTest {
  private static final double[][] ONE_LABEL = {{1}};

  @ParameterizedTest
  @MethodSource("cases")
  void metricsAreThoseOfOtherPrograms(double[][] lists) {
    int dimensions = (int) lists[0][0];

    SampleMeasurement sample =
        new ReferenceSample(AnswerFile.rows(lists[1], dimensions))
            .measure(AnswerFile.rows(lists[2], dimensions), ONE_LABEL);

    double[] measured = {
      sample.frechet(),
      sample.frechetOfLargeSample(),
      sample.kernel().value(),
      sample.kernel().standardError(),
      sample.neighbourhoods().precision(),
      sample.neighbourhoods().recall(),
      sample.neighbourhoods().density(),
      sample.neighbourhoods().coverage()
    };
    double[] expected = Arrays.stream(lists).skip(3).mapToDouble(list -> list[0]).toArray();
    assertThat(measured).containsExactly(expected, within(1e-9));
  }

  private static List<double[][]> cases() throws IOException {
    return AnswerFile.read(IndependentAnswersTest.class, "metric_answers.csv");
  }
}
