package dev.clade.lineage.ecosystem.powerlaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against mpmath with 40 digits: see {@code powerlaw_answers.py}. */
class LognormalTailTest {
  static List<JsonNode> cells() {
    return Answers.stream(Counted.file().get("cells")).toList();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void probabilities(JsonNode row) {
    LognormalTail tail =
        new LognormalTail(row.get(0).asLong(), row.get(1).asDouble(), row.get(2).asDouble());
    double expected = row.get(4).asDouble();
    // Of numbers as large as μ only the difference counts, so its digits are lost.
    assertThat(tail.logProbability(row.get(3).asLong()))
        .isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  /** By SciPy, {@code norm.sf((log(x - .5) - mu)/s) / norm.sf((log(xmin - .5) - mu)/s)}. */
  @ParameterizedTest
  @CsvSource({
    "5, 2, 1.5, 20, .41115348094165166",
    "9090, -3, 4, 1000000, .010683561039361822",
    "1, -20, 5, 100, .007674338712743602",
    "10, 8, .5, 10, 1"
  })
  void survival(long xmin, double mu, double sigma, long x, double expected) {
    assertThat(new LognormalTail(xmin, mu, sigma).survival(x))
        .isCloseTo(expected, within(1e-12 * expected));
  }
}
