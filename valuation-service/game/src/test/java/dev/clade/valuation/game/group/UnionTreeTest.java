package dev.clade.valuation.game.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UnionTreeTest {
  private static final Unions UNIONS =
      new Unions(
          List.of(
              new Coalition(7, 0b0000111), new Coalition(7, 0b0011000), new Coalition(7, 3 << 5)));
  private static final UnionTree TREE = new UnionTree(UNIONS, new SizeAdjustedRegression());

  @Property(tries = 20)
  void valuesOfAUnionSumToItsValueAmongUnions(@ForAll long seed) {
    Game game = Game.random(7, seed);
    UnionSplit split = inner(table(game));
    double[] owen = Game.values(new OwenValue(UNIONS).solve(game.table()).orElseThrow());
    for (int union = 0; union < 3; union++) {
      double sum = UNIONS.all().get(union).players().mapToDouble(i -> split.members().get(i)).sum();
      assertThat(sum).isEqualTo(split.unions().values().get(union).value(), within(1e-12));
      assertThat(sum)
          .isEqualTo(
              UNIONS.all().get(union).players().mapToDouble(i -> owen[i]).sum(), within(1e-12));
    }
    assertThat(split.basis()).isEqualTo(UnionSplit.Basis.INNER_TERMS);
  }

  @Test
  void whereUnionsDoNotInteractTheSplitIsTheOwenValue() {
    Game within =
        new Game(7, c -> Math.sqrt(Long.bitCount(c.members() & 7)) * (c.contains(1) ? 2 : 1));
    Game game = within.plus(Game.additive(1, 0, 0, 0, 3, -1, 2, 2));
    assertThat(inner(table(game)).members().stream().mapToDouble(x -> x).toArray())
        .containsExactly(
            Game.values(new OwenValue(UNIONS).solve(game.table()).orElseThrow()), within(1e-12));
  }

  @Test
  void givenSharesDivideTheValueOfTheUnion() {
    Game game = Game.additive(1, 1, 2, 3, 4, 5, 6, 7);
    UnionSplit split =
        TREE.splitByShares(table(game), new double[] {1, 1, 2, 0, 5, 1, 3}).orElseThrow();
    assertThat(split.members().stream().mapToDouble(x -> x).toArray())
        .containsExactly(new double[] {1.5, 1.5, 3, 0, 9, 3.25, 9.75}, within(1e-12));
    assertThat(split.basis()).isEqualTo(UnionSplit.Basis.GIVEN_SHARES);
  }

  @Test
  void sharesThatDivideNothingAreRefused() {
    UtilityTable table = table(Game.saturating(7));
    for (double[] shares :
        new double[][] {
          {1, 1, 1, 0, 0, 1, 1}, {1, 1, 1, -1, 2, 1, 1}, {1, 1, 1}, {1, 1, 1, Double.NaN, 1, 1, 1}
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> TREE.splitByShares(table, shares));
    }
  }

  @Test
  void partsThatAreNotKnownYetGiveNoAnswer() {
    Game game = Game.saturating(7);
    UtilityTable.Builder unionsOnly = UtilityTable.builder(7);
    new ExhaustiveDesign(3)
        .coalitions()
        .forEach(c -> unionsOnly.add(UNIONS.players(c), 0, game.of(UNIONS.players(c))));
    UtilityTable table = unionsOnly.build();
    assertThat(TREE.splitByInnerTerms(table, new SizeAdjustedRegression())).isEmpty();
    assertThat(TREE.splitByShares(table, new double[] {1, 1, 1, 1, 1, 1, 1})).isPresent();
    assertThat(
            TREE.splitByInnerTerms(UtilityTable.builder(7).build(), new SizeAdjustedRegression()))
        .isEmpty();
  }

  private static UnionSplit inner(UtilityTable table) {
    return TREE.splitByInnerTerms(table, new SizeAdjustedRegression()).orElseThrow();
  }

  /** Only what the tree needs: whole unions, and a part of one with all others. */
  private static UtilityTable table(Game game) {
    Set<Coalition> needed = new LinkedHashSet<>();
    new ExhaustiveDesign(3).coalitions().forEach(c -> needed.add(UNIONS.players(c)));
    for (int union = 0; union < 3; union++) {
      for (Coalition members : new ExhaustiveDesign(UNIONS.all().get(union).size()).coalitions()) {
        needed.add(UNIONS.inside(union, members));
      }
    }
    UtilityTable.Builder table = UtilityTable.builder(7);
    needed.forEach(c -> table.add(c, 0, game.of(c)));
    return table.build();
  }
}
