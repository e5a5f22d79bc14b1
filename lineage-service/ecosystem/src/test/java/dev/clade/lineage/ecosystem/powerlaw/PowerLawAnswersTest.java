package dev.clade.lineage.ecosystem.powerlaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.powerlaw.Vuong.Verdict;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the Python package powerlaw, which maximises numerically and is compared to three digits,
 * and against exact solutions by mpmath and SciPy, to many: see {@code powerlaw_answers.py}.
 */
class PowerLawAnswersTest {
  static List<Counted> sets() {
    return Counted.all();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theBestFitIsThatOfThePackage(Counted set) {
    PowerLawFit fit = set.fit();
    assertThat(fit.law().xmin()).isEqualTo(set.answers().get("xmin").asLong());
    assertThat(fit.law().alpha())
        .isCloseTo(set.answers().get("alpha").asDouble(), within(1e-3 * fit.law().alpha()));
    assertThat(fit.distance()).isCloseTo(set.answers().get("distance").asDouble(), within(1e-4));
    assertThat(fit.law().alpha()).isCloseTo(set.exact("alpha"), within(1e-11));
    assertThat(fit.standardError()).isCloseTo(set.exact("standardError"), within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyXminFitsAsInThePackage(Counted set) {
    JsonNode scan = set.answers().get("scan");
    long[] xmins = Answers.longs(scan.get("xmins"));
    for (int i = 0; i < xmins.length; i++) {
      PowerLawFit fit = PowerLawFit.at(set.values(), set.values().index(xmins[i]));
      double alpha = scan.get("alphas").get(i).asDouble();
      assertThat(fit.law().alpha()).isCloseTo(alpha, within(1e-3 * alpha));
      assertThat(fit.distance()).isCloseTo(scan.get("distances").get(i).asDouble(), within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theExponentialTail(Counted set) {
    TailComparison found = TailComparison.of(set.values(), set.fit().law());
    assertThat(found.exponential().lambda()).isCloseTo(set.exact("rate"), within(1e-12));
    assertEqual(found.exponentialTest(), set.answers().get("exact").get("exponential"), 1e-8);
    // To the digits of the package's exponent.
    assertThat(found.exponentialTest().statistic())
        .isCloseTo(set.answers().get("exponential").get(0).asDouble(), within(2e-2));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theLognormalTail(Counted set) {
    PowerLaw law = set.fit().law();
    TailComparison found = TailComparison.of(set.values(), law);
    double[] parameters = Answers.doubles(set.answers().get("exact").get("lognormalParameters"));
    double likelihood = 0;
    for (int i = set.values().index(law.xmin()); i < set.values().size(); i++) {
      likelihood +=
          set.values().count(i) * found.lognormal().tail().logProbability(set.values().value(i));
    }
    // Along the ridge to the power law the likelihood is nearly level, even to 1e-3.
    assertThat(likelihood).isCloseTo(set.exact("lognormalLikelihood"), within(1e-3));
    assertThat(found.lognormal().isDegenerate()).isEqualTo(parameters[0] < -1_000);
    if (found.lognormal().isDegenerate()) {
      assertThat(found.lognormalVerdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    } else {
      assertThat(found.lognormal().tail().mu()).isCloseTo(parameters[0], within(0.05));
      assertThat(found.lognormal().tail().sigma()).isCloseTo(parameters[1], within(0.01));
      assertEqual(found.lognormalTest(), set.answers().get("exact").get("lognormal"), 1e-3);
      assertThat(found.lognormalTest().statistic())
          .isCloseTo(set.answers().get("lognormal").get(0).asDouble(), within(2e-2));
    }
  }

  private static void assertEqual(Vuong found, JsonNode expected, double tolerance) {
    assertThat(found.logRatio()).isCloseTo(expected.get(0).asDouble(), within(tolerance));
    assertThat(found.statistic()).isCloseTo(expected.get(1).asDouble(), within(tolerance));
    assertThat(found.pValue()).isCloseTo(expected.get(2).asDouble(), within(tolerance));
  }

  /** The verdicts of Clauset, Shalizi and Newman, tables 6.1 and 6.2, on their own data. */
  @Test
  void thePublishedVerdicts() {
    Counted words = Counted.named("words");
    TailComparison ofWords = TailComparison.of(words.values(), words.fit().law());
    assertThat(words.fit().law().xmin()).isEqualTo(7);
    assertThat(words.fit().law().alpha()).isCloseTo(1.95, within(0.005));
    assertThat(ofWords.exponentialVerdict()).isEqualTo(Verdict.POWER_LAW);
    assertThat(ofWords.lognormalVerdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    Counted terrorism = Counted.named("terrorism");
    TailComparison ofTerrorism = TailComparison.of(terrorism.values(), terrorism.fit().law());
    assertThat(terrorism.fit().law().xmin()).isEqualTo(12);
    assertThat(terrorism.fit().law().alpha()).isCloseTo(2.4, within(0.05));
    assertThat(ofTerrorism.exponentialTest().statistic()).isCloseTo(2.457, within(0.005));
    assertThat(ofTerrorism.lognormalTest().statistic()).isCloseTo(-0.278, within(0.001));
    assertThat(ofTerrorism.lognormalTest().pValue()).isCloseTo(0.78, within(0.005));
  }
}
