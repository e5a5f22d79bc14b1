package dev.clade.valuation.game.quotient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.testing.Game;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SybilGainTest {
  private static final List<Set<String>> HONEST =
      List.of(Set.of("a", "b"), Set.of("b", "c", "d"), Set.of("e"));

  @Test
  void copyGainsUnlessItIsClustered() {
    // Utility is 1 with any item at all. Alone each of three has 1/3, two of four have 1/2.
    List<Set<String>> items = withCopies(1);
    Game any = new Game(4, each -> each.size() > 0 ? 1 : 0);
    SybilGain gain = gain(any.table(), items);
    assertThat(gain.alone()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(gain.together()).isEqualTo(0.5, within(1e-12));
    assertThat(gain.before()).isEqualTo(0.5, within(1e-12));
    assertThat(gain.after()).isZero();
  }

  @Test
  void numberOfIdentitiesDoesNotMatterToAnybody() {
    double fewer = 0;
    for (int copies = 1; copies <= 4; copies++) {
      List<Set<String>> items = withCopies(copies);
      UtilityTable table = distinctItems(items).table();
      SybilGain gain = gain(table, items);
      assertThat(gain.before()).isGreaterThan(fewer + 0.05);
      fewer = gain.before();
      assertThat(gain.after()).isZero();
      Clusters clusters = clusters(items.size());
      double[] values =
          Game.values(
              clusters.split(
                  new ExactEnumeration(3).solve(clusters.quotient(table)).orElseThrow(),
                  weights(items)));
      double[] honest = distinctItems(HONEST).shapleyValues();
      assertThat(values[0]).isEqualTo(honest[0], within(1e-12));
      assertThat(values[1]).isEqualTo(honest[1], within(1e-12));
      assertThat(values[3]).isZero();
    }
  }

  @Test
  void copyOfSomebodyElseGetsNothing() {
    // 3 copies 1 under another name, registers later, and is found out: the cluster is 1 and 3.
    List<Set<String>> items = new ArrayList<>(HONEST);
    items.add(HONEST.get(1));
    assertThat(FirstSupplied.weights(items, List.of(0, 1, 2, 3))).containsExactly(2, 2, 1, 0);
    assertThat(FirstSupplied.weights(items, List.of(3, 2, 1, 0))).containsExactly(1, 0, 1, 3);
  }

  @Test
  void tableWithoutTheNeededCoalitionsTellsNothing() {
    List<Set<String>> items = withCopies(1);
    UtilityTable table = distinctItems(items).table().filter(each -> each.contains(3));
    assertThat(
            SybilGain.of(
                table,
                ExactEnumeration::new,
                new Coalition(4, 0b1001),
                clusters(4),
                weights(items)))
        .isEmpty();
  }

  @Test
  void impossibleInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SybilGain.of(
                    Game.random(4, 1).table(),
                    ExactEnumeration::new,
                    new Coalition(4, 1),
                    clusters(4),
                    new double[4]))
        .withMessageContaining("two identities");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirstSupplied.weights(HONEST, List.of(0, 1, 1)))
        .withMessageContaining("registration");
  }

  private static SybilGain gain(UtilityTable table, List<Set<String>> items) {
    return SybilGain.of(
            table,
            ExactEnumeration::new,
            owner(items.size()),
            clusters(items.size()),
            weights(items))
        .orElseThrow();
  }

  /** Player 0 and its copies, the players from 3 on. */
  private static Coalition owner(int players) {
    return new Coalition(players, Coalition.grand(players).members() & ~0b110);
  }

  private static Clusters clusters(int players) {
    return new Clusters(
        List.of(owner(players), new Coalition(players, 0b10), new Coalition(players, 0b100)));
  }

  private static double[] weights(List<Set<String>> items) {
    return FirstSupplied.weights(items, IntStream.range(0, items.size()).boxed().toList());
  }

  private static List<Set<String>> withCopies(int copies) {
    List<Set<String>> items = new ArrayList<>(HONEST);
    for (int copy = 0; copy < copies; copy++) {
      items.add(HONEST.getFirst());
    }
    return items;
  }

  private static Game distinctItems(List<Set<String>> items) {
    return new Game(
        items.size(),
        coalition -> {
          Set<String> union = new HashSet<>();
          coalition.players().forEach(player -> union.addAll(items.get(player)));
          return Math.log1p(union.size());
        });
  }
}
