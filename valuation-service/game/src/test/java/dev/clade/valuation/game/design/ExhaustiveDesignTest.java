package dev.clade.valuation.game.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExhaustiveDesignTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12})
  void everyCoalitionIsThereOnceBesideItsComplement(int players) {
    List<Coalition> coalitions = new ExhaustiveDesign(players).coalitions();

    assertThat(coalitions).hasSize(1 << players).doesNotHaveDuplicates();
    assertThat(coalitions).startsWith(Coalition.empty(players), Coalition.grand(players));
    for (int i = 0; i < coalitions.size(); i += 2) {
      assertThat(coalitions.get(i + 1)).isEqualTo(coalitions.get(i).complement());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 13})
  void otherNumbersOfPlayersAreRefused(int players) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ExhaustiveDesign(players));
  }
}
