package dev.clade.local.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void alignsNumbersToTheRight() {
    Table table = new Table("name", ">value").row("a", 1).row("long name", 1_000);

    assertThat(table.render())
        .isEqualTo(
            """
            name       value
            a              1
            long name   1000
            """);
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatThrownBy(() -> new Table("a", "b").row(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
