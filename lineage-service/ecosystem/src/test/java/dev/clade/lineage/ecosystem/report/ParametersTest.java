package dev.clade.lineage.ecosystem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private static final List<ParameterDefinition> DEFINITIONS =
      List.of(
          ParameterDefinition.whole("limit", "Rows.", 20, 1, 100),
          ParameterDefinition.words("colors", "Colors.", List.of("red"), List.of("red", "blue")));

  @Test
  void whatIsNotSetHasItsStandardValue() {
    Parameters parameters = Parameters.of(DEFINITIONS, Map.of());
    assertThat(parameters.whole("limit")).isEqualTo(20);
    assertThat(parameters.words("colors")).containsExactly("red");
  }

  @Test
  void valuesThatMeanTheSameAreEqual() {
    Parameters spelt = Parameters.of(DEFINITIONS, Map.of("limit", "+20", "colors", "blue, red"));
    Parameters plain = Parameters.of(DEFINITIONS, Map.of("colors", "red,blue,red"));
    assertThat(spelt).isEqualTo(plain);
    assertThat(spelt.values()).hasToString("{colors=red,blue, limit=20}");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, must be a whole number from 1 to 100",
    "limit, 101, must be a whole number from 1 to 100",
    "limit, many, must be a whole number from 1 to 100",
    "colors, green, 'must be one or more of red, blue, with commas between them'",
    "colors, '', 'must be one or more of red, blue, with commas between them'",
    "size, 1, 'must have the name of a parameter: colors, limit'"
  })
  void othersAreRefused(String name, String value, String rule) {
    assertThatThrownBy(() -> Parameters.of(DEFINITIONS, Map.of(name, value)))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            failure -> {
              assertThat(failure.parameter()).isEqualTo(name);
              assertThat(failure.value()).isEqualTo(value);
              assertThat(failure.rule()).isEqualTo(rule);
            });
  }

  @Test
  void anAnalysisWithoutParametersSaysSo() {
    assertThatThrownBy(() -> Parameters.of(List.of(), Map.of("limit", "1")))
        .hasMessage("limit is 1; it must not be set: this analysis has no parameters");
  }
}
