package dev.clade.lineage.ecosystem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private static final List<ParameterDefinition> DEFINITIONS =
      List.of(
          ParameterDefinition.whole("limit", "Rows.", 20, 1, 100),
          ParameterDefinition.wholes("sizes", "Sizes.", List.of(2, 4), 2, 9),
          ParameterDefinition.words("colors", "Colors.", List.of("red"), List.of("red", "blue")),
          ParameterDefinition.choice("measure", "What counts.", "likes", List.of("likes", "size")),
          ParameterDefinition.month(
              "from", "First.", month("2022-04"), month("2016-01"), month("2099-12")),
          ParameterDefinition.dates("dates", "When.", 2, 3));

  @Test
  void whatIsNotSetHasItsStandardValue() {
    Parameters parameters = Parameters.of(DEFINITIONS, Map.of());
    assertThat(parameters.whole("limit")).isEqualTo(20);
    assertThat(parameters.wholes("sizes")).containsExactly(2, 4);
    assertThat(parameters.words("colors")).containsExactly("red");
  }

  @Test
  void valuesThatMeanTheSameAreEqual() {
    Parameters spelt =
        Parameters.of(
            DEFINITIONS, Map.of("limit", "+20", "sizes", "4, 02,4", "colors", "blue, red"));
    Parameters plain = Parameters.of(DEFINITIONS, Map.of("colors", "red,blue,red"));
    assertThat(spelt).isEqualTo(plain);
    assertThat(spelt.values())
        .hasToString(
            "{colors=red,blue, dates=auto, from=2022-04, limit=20, measure=likes, sizes=2,4}");
  }

  @Test
  void daysAreAscendingAndEachIsOneOfThem() {
    Parameters parameters =
        Parameters.of(
            DEFINITIONS, Map.of("dates", "2024-07-11, 2022-02-28,2024-07-11", "from", " 2023-01 "));
    assertThat(parameters.values()).containsEntry("dates", "2022-02-28,2024-07-11");
    assertThat(parameters.dates("dates"))
        .contains(List.of(LocalDate.of(2022, 2, 28), LocalDate.of(2024, 7, 11)));
    assertThat(parameters.month("from")).isEqualTo(month("2023-01"));
    assertThat(parameters.word("measure")).isEqualTo("likes");
    assertThat(Parameters.of(DEFINITIONS, Map.of()).dates("dates")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, must be a whole number from 1 to 100",
    "limit, 101, must be a whole number from 1 to 100",
    "limit, many, must be a whole number from 1 to 100",
    "sizes, '2,10', 'must be one or more whole numbers from 2 to 9, with commas between them'",
    "sizes, '2,', 'must be one or more whole numbers from 2 to 9, with commas between them'",
    "colors, green, 'must be one or more of red, blue, with commas between them'",
    "colors, '', 'must be one or more of red, blue, with commas between them'",
    "measure, 'likes,size', 'must be one of likes, size'",
    "from, 2022, must be a month from 2016-01 to 2099-12",
    "from, 2015-12, must be a month from 2016-01 to 2099-12",
    "dates, 2024-07-11, 'must be auto, or 2 to 3 dates such as 2024-07-11, with commas between "
        + "them'",
    "dates, '2024-07-11,yesterday', 'must be auto, or 2 to 3 dates such as 2024-07-11, with commas "
        + "between them'",
    "size, 1, 'must have the name of a parameter: colors, dates, from, limit, measure, sizes'"
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

  private static YearMonth month(String text) {
    return YearMonth.parse(text);
  }

  @Test
  void anAnalysisWithoutParametersSaysSo() {
    assertThatThrownBy(() -> Parameters.of(List.of(), Map.of("limit", "1")))
        .hasMessage("limit is 1; it must not be set: this analysis has no parameters");
  }
}
