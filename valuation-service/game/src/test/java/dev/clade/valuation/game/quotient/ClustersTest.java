package dev.clade.valuation.game.quotient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.group.OwenValue;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final List<String> IDS = List.of("ann", "bob", "cat", "dan");

  @Test
  void contributorsThatNobodyResemblesAreAlone() {
    assertThat(Clusters.of(IDS, List.of(Set.of("dan", "bob"))).clusters())
        .containsExactly(new Coalition(4, 1), new Coalition(4, 0b1010), new Coalition(4, 4));
  }

  @Test
  void quotientHasTheRowsOfWholeClusters() {
    UtilityTable table = new Game(4, each -> (double) each.members()).table();
    Clusters clusters = Clusters.of(IDS, List.of(Set.of("dan", "bob")));
    UtilityTable quotient = clusters.quotient(table);
    assertThat(quotient.playerCount()).isEqualTo(3);
    assertThat(quotient.coalitionCount()).isEqualTo(8);
    assertThat(quotient.mean(new Coalition(3, 0b010))).isEqualTo(0b1010);
    assertThat(quotient.grand()).isEqualTo(0b1111);
    // Without bob, dan is a cluster of his own and the grand coalition is that of the rest.
    UtilityTable rest = clusters.without(new Coalition(4, 0b10)).quotient(table);
    assertThat(rest.grand()).isEqualTo(0b1101);
    assertThat(rest.coalitionCount()).isEqualTo(8);
  }

  @Test
  void clustersAreWorthWhatTheirUnionsAre() {
    // The quotient property of the Owen value (Owen 1977).
    UtilityTable table = Game.random(6, 3).table();
    List<Coalition> unions =
        List.of(new Coalition(6, 0b1), new Coalition(6, 0b10110), new Coalition(6, 0b101000));
    Solution clusters =
        new ExactEnumeration(3).solve(new Clusters(unions).quotient(table)).orElseThrow();
    double[] owen = Game.values(new OwenValue(new Unions(unions)).solve(table).orElseThrow());
    assertThat(clusters.values().get(1).value())
        .isEqualTo(owen[1] + owen[2] + owen[4], within(1e-12));
  }

  @Test
  void membersShareByWeight() {
    Clusters clusters = Clusters.of(IDS, List.of(Set.of("dan", "bob"), Set.of("ann", "cat")));
    Solution solution =
        new ExactEnumeration(2)
            .solve(clusters.quotient(Game.additive(0, 1, 2, 3, 4).table()))
            .orElseThrow();
    assertThat(Game.values(clusters.split(solution, new double[] {0, 1, 0, 3})))
        .containsExactly(new double[] {2, 1.5, 2, 4.5}, within(1e-12));
  }

  @Test
  void impossibleClustersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clusters.of(IDS, List.of(Set.of("ann", "bob"), Set.of("bob"))))
        .withMessageContaining("share nobody");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clusters.of(IDS, List.of(Set.of("eve"))))
        .withMessageContaining("eve");
    assertThatIllegalArgumentException().isThrownBy(() -> new Clusters(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clusters(List.of(Coalition.empty(4))));
  }
}
