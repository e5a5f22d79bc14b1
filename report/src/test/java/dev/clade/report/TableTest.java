package dev.clade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void cellsAreOfTheirColumnsTypes() {
    Table table =
        Table.named("sizes", "Sizes")
            .text("what", "What")
            .whole("count", "Count")
            .real("share", "Share")
            .row("models", 3, 0.5)
            .row("spaces", 4L, Double.NaN)
            .build();
    assertThat(table.rows().getFirst())
        .containsExactly(new Table.Text("models"), new Table.Whole(3), new Table.Real(0.5));
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    Table.Builder table = Table.named("sizes", "Sizes").whole("count", "Count").row("many");
    assertThatThrownBy(table::build).hasMessageContaining("sizes has no row");
    Table.Builder longer = Table.named("sizes", "Sizes").whole("count", "Count").row(1, 2);
    assertThatThrownBy(longer::build).hasMessageContaining("sizes has no row");
  }
}
