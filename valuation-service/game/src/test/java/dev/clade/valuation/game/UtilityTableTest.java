package dev.clade.valuation.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class UtilityTableTest {
  private static final Coalition FIRST = new Coalition(2, 1);

  @Test
  void replicatesAreSummarizedWhateverTheirOrder() {
    UtilityTable table =
        UtilityTable.builder(2).add(FIRST, 2, 6).add(FIRST, 0, 1).add(FIRST, 1, 2).build();
    UtilityTable other =
        UtilityTable.builder(2).add(FIRST, 0, 1).add(FIRST, 1, 2).add(FIRST, 2, 6).build();

    assertThat(table.of(FIRST))
        .contains(new Utilities(List.of(1.0, 2.0, 6.0), 3, 14))
        .isEqualTo(other.of(FIRST));
    assertThat(table.coalitionCount()).isEqualTo(1);
    assertThat(table.of(Coalition.empty(2))).isEmpty();
  }

  @Test
  void filteredTableHasTheChosenCoalitionsOnly() {
    UtilityTable table =
        UtilityTable.builder(2).add(FIRST, 0, 1).add(Coalition.grand(2), 0, 4).build();
    UtilityTable kept = table.filter(FIRST::equals);
    assertThat(kept.has(FIRST)).isTrue();
    assertThat(kept.coalitionCount()).isEqualTo(1);
    assertThat(table.coalitionCount()).isEqualTo(2);
  }

  @Test
  void rowsThatCannotBeAreRefused() {
    UtilityTable.Builder builder = UtilityTable.builder(2).add(FIRST, 0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(FIRST, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(FIRST, 1, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(FIRST, 1, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(new Coalition(3, 1), 0, 1));
  }
}
