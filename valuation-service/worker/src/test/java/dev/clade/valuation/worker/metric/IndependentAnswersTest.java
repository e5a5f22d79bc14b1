package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that scipy, scikit-learn and prdc measured: metric_answers.py in src/test/python. */
class IndependentAnswersTest {
  private static final double[][] ONE_LABEL = {{1}};

  @ParameterizedTest
  @MethodSource("lines")
  void metricsAreThoseOfOtherPrograms(String line) {
    String[] parts = line.split(";", -1);
    int dimensions = Integer.parseInt(parts[0]);
    double[][] generated = points(parts[2], dimensions);

    SampleMeasurement sample =
        new ReferenceSample(points(parts[1], dimensions)).measure(generated, ONE_LABEL);

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
    double[] expected = Arrays.stream(parts).skip(3).mapToDouble(Double::parseDouble).toArray();
    assertThat(measured).containsExactly(expected, within(1e-9));
  }

  private static double[][] points(String list, int dimensions) {
    double[] numbers =
        Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    double[][] points = new double[numbers.length / dimensions][];
    Arrays.setAll(points, i -> Arrays.copyOfRange(numbers, i * dimensions, (i + 1) * dimensions));
    return points;
  }

  private static Stream<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                IndependentAnswersTest.class.getResourceAsStream("metric_answers.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }
}
