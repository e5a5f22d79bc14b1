package dev.clade.lineage.ecosystem.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against SciPy, pandas, statsmodels and scikit-posthocs: see {@code statistics_answers.py}. */
class RankAnswersTest {
  static List<JsonNode> correlations() {
    return Answers.statistics("correlations");
  }

  static List<JsonNode> matrices() {
    return Answers.statistics("matrices");
  }

  static List<JsonNode> groups() {
    return Answers.statistics("groups");
  }

  static List<JsonNode> stages() {
    return Answers.statistics("stages");
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void spearman(JsonNode answers) {
    Spearman found =
        Spearman.of(Answers.doubles(answers.get("first")), Answers.doubles(answers.get("second")));
    assertThat(found.rho()).isCloseTo(answers.get("rho").asDouble(), within(1e-12));
    assertThat(found.pValue()).isCloseTo(answers.get("pValue").asDouble(), relative(answers));
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void spearmanOfPairsThatHaveBoth(JsonNode answers) {
    SpearmanMatrix found = SpearmanMatrix.of(Answers.columns(answers.get("columns")));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(found.at(i, j).rho())
            .isCloseTo(answers.get("rho").get(i).get(j).asDouble(), within(1e-12));
        assertThat(found.at(i, j).count()).isEqualTo(answers.get("counts").get(i).get(j).asLong());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void kruskalWallisAndDunn(JsonNode answers) {
    RankedGroups groups = RankedGroups.of(Answers.columns(answers.get("groups")));
    KruskalWallis found = KruskalWallis.of(groups);
    double h = answers.get("h").asDouble();
    assertThat(found.h()).isCloseTo(h, within(1e-10));
    assertThat(found.degreesOfFreedom()).isEqualTo(2);
    assertThat(found.pValue()).isCloseTo(answers.get("pValue").asDouble(), relative(answers));
    assertThat(found.epsilonSquared()).isCloseTo(h / (groups.count() - 1), within(1e-12));
    assertThat(found.etaSquared()).isCloseTo((h - 2) / (groups.count() - 3), within(1e-12));
    List<DunnPair> pairs = DunnPair.of(groups);
    assertThat(pairs).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonNode expected = answers.get("pairs").get(i);
      assertThat(pairs.get(i).pValue()).isCloseTo(expected.get("dunn").asDouble(), within(1e-12));
      assertThat(pairs.get(i).holm()).isCloseTo(expected.get("holm").asDouble(), within(1e-12));
      assertThat(pairs.get(i).bonferroni())
          .isCloseTo(expected.get("bonferroni").asDouble(), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void mannWhitney(JsonNode answers) {
    List<double[]> groups = Answers.columns(answers.get("groups"));
    int next = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        JsonNode expected = answers.get("pairs").get(next++);
        MannWhitney found = MannWhitney.of(groups.get(i), groups.get(j));
        assertThat(found.u()).isEqualTo(expected.get("u").asDouble());
        assertThat(found.pValue()).isCloseTo(expected.get("pValue").asDouble(), relative(expected));
        assertThat(found.cliffsDelta())
            .isCloseTo(expected.get("cliffsDelta").asDouble(), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void friedmanAndWilcoxon(JsonNode answers) {
    Friedman found = Friedman.of(Answers.columns(answers.get("treatments")));
    double statistic = answers.get("chiSquared").asDouble();
    assertThat(found.chiSquared()).isCloseTo(statistic, within(1e-10));
    assertThat(found.pValue()).isCloseTo(answers.get("pValue").asDouble(), relative(answers));
    int subjects = answers.get("treatments").get(0).size();
    assertThat(found.kendallsW()).isCloseTo(statistic / (2 * subjects), within(1e-12));
    for (int i = 0; i < 3; i++) {
      Friedman.Pair pair = found.pairs().get(i);
      assertThat(pair.test().z()).isCloseTo(answers.get("z").get(i).asDouble(), within(1e-10));
      assertThat(pair.test().pValue())
          .isCloseTo(answers.get("pairs").get(i).asDouble(), within(1e-12));
      assertThat(pair.holm()).isCloseTo(answers.get("holm").get(i).asDouble(), within(1e-12));
    }
  }

  /** Small p-values are compared to nine digits. */
  private static Offset<Double> relative(JsonNode answers) {
    return within(1e-9 * answers.get("pValue").asDouble());
  }
}
