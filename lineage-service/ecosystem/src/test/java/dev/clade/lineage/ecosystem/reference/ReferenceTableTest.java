package dev.clade.lineage.ecosystem.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTableTest {
  @Test
  void readsWords() {
    assertThat(ReferenceTable.read(new StringReader("a\tb\tc\nx\tX\there\nw\tW\tthere\n")))
        .containsExactly(Map.entry("w", "W"), Map.entry("x", "X"));
  }

  @ParameterizedTest
  @CsvSource({
    "'x\tX', must have a word",
    "'x\t\there', must have a word",
    "'x\tX\there\nx\tX\there', no other line has"
  })
  void refusesWhatDoesNotFit(String rows, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceTable.read(new StringReader("header\n" + rows)))
        .withMessageContaining("line ")
        .withMessageContaining(rule);
  }
}
