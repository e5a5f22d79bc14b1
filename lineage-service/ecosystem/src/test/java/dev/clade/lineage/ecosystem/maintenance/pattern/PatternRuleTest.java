package dev.clade.lineage.ecosystem.maintenance.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternRuleTest {
  @Test
  void reads() throws IOException {
    List<PatternRule<CommitClass>> rules = read("CORRECTIVE\t\\bfix\tprotocol");
    assertThat(rules).hasSize(1);
    assertThat(rules.getFirst().category()).isEqualTo(CommitClass.CORRECTIVE);
    assertThat(rules.getFirst().in("a fix")).isTrue();
    assertThat(rules.getFirst().in("a prefix")).isFalse();
    assertThat(rules.getFirst().reason()).isEqualTo("protocol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CORRECTIVE;fix | must have a category, a pattern and a reason",
        "CORRECTIVE;fix;' ' | must have a category, a pattern and a reason",
        "Corrective;fix;why | must name a category",
        "CORRECTIVE;(;why | must have a regular expression: Unclosed group",
      })
  void refuses(String line, String rule) {
    assertThatThrownBy(() -> read(line.replace(';', '\t').replace("'", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2 of the rules: " + rule);
  }

  private static List<PatternRule<CommitClass>> read(String line) throws IOException {
    return PatternRule.read(
        new StringReader("category\tpattern\treason\n" + line), CommitClass.class);
  }
}
