package dev.clade.valuation.game.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.design.SingletonsFirst;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.process.GaussianProcessShap;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.regression.TreeMsr;
import dev.clade.valuation.game.testing.Game;
import dev.clade.valuation.game.tree.Boosting;
import dev.clade.valuation.game.tree.SurrogateShap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The axioms that hold in every sample, not only in the limit. */
class SampledAxiomsTest {
  private static final int PLAYERS = 9;
  private static final List<Estimator> EFFICIENT =
      List.of(new SizeAdjustedRegression(), new LeverageShap(), new LinearMsr());
  private static final List<Estimator> OTHERS =
      List.of(new StratifiedSvarm(), new MaximumSampleReuse(Semivalue.banzhaf()));

  @Property(tries = 30)
  void regressionsAndOrdersShareOutTheWhole(@ForAll long seed) {
    Game game = Game.random(PLAYERS, seed);
    LeverageDesign design = LeverageDesign.draw(PLAYERS, 82, seed);
    for (Estimator estimator : EFFICIENT) {
      assertEfficient(solve(estimator, game, design));
    }
    PermutationDesign orders = PermutationDesign.antithetic(PLAYERS, 3, seed);
    assertEfficient(solve(new PermutationShapley(orders), game, orders));
  }

  @Property(tries = 20)
  void kernelProcessAndTreesShareOutTheWhole(@ForAll long seed) {
    Game game = Game.random(PLAYERS, seed);
    KernelDesign kernel = KernelDesign.draw(PLAYERS, 82, seed);
    assertEfficient(solve(new KernelShap(kernel), game, kernel));
    LeverageDesign design = LeverageDesign.draw(PLAYERS, 82, seed);
    Boosting boosting = new Boosting(2, 4, 0.3, 0.8, seed);
    assertEfficient(solve(new GaussianProcessShap(), game, design));
    assertEfficient(solve(new SurrogateShap(boosting), game, design));
    assertEfficient(solve(new TreeMsr(boosting), game, design));
  }

  @Property(tries = 20)
  void processPaysPlayersByWhatTheyDoAndNotByTheirNumber(@ForAll long seed) {
    Game game = Game.random(PLAYERS, seed);
    LeverageDesign design = LeverageDesign.draw(PLAYERS, 82, seed);
    UtilityTable table = game.table(design, 1, 0, 0);
    UtilityTable turned = table.part(PLAYERS, coalition -> Optional.of(turned(coalition)));
    double[] values = Game.values(new GaussianProcessShap().solve(table).orElseThrow());
    double[] expected =
        IntStream.range(0, PLAYERS).mapToDouble(i -> values[(i + PLAYERS - 1) % PLAYERS]).toArray();
    assertThat(Game.values(new GaussianProcessShap().solve(turned).orElseThrow()))
        .containsExactly(expected, within(1e-8));
  }

  private static Coalition turned(Coalition coalition) {
    return new Coalition(
        PLAYERS, coalition.players().mapToLong(i -> 1L << (i + 1) % PLAYERS).sum());
  }

  @Property(tries = 30)
  void valuesOfASumAreTheSumOfValues(@ForAll long seed) {
    Game one = Game.random(PLAYERS, seed);
    Game other = Game.random(PLAYERS, seed + 1);
    CoalitionDesign design = new SingletonsFirst(LeverageDesign.draw(PLAYERS, 82, seed), 82);
    EFFICIENT.forEach(estimator -> assertLinear(estimator, one, other, design));
    OTHERS.forEach(estimator -> assertLinear(estimator, one, other, design));
    assertLinear(new LeaveOneOut(), one, other, design);
    KernelDesign kernel = KernelDesign.draw(PLAYERS, 82, seed);
    assertLinear(new KernelShap(kernel), one, other, kernel);
    PermutationDesign orders = PermutationDesign.independent(PLAYERS, 3, seed);
    assertLinear(new PermutationShapley(orders), one, other, orders);
  }

  @Property(tries = 30)
  void playerWhoNeverMattersGetsNothingFromOrdersAndByLeaving(@ForAll long seed) {
    Game random = Game.random(PLAYERS, seed);
    Game game = new Game(PLAYERS, c -> random.of(new Coalition(PLAYERS, c.members() & ~1L)));
    PermutationDesign orders = PermutationDesign.antithetic(PLAYERS, 2, seed);
    assertThat(Game.values(solve(new PermutationShapley(orders), game, orders))[0])
        .isEqualTo(0, within(1e-12));
    CoalitionDesign design = new SingletonsFirst(LeverageDesign.draw(PLAYERS, 82, seed), 82);
    assertThat(Game.values(solve(new LeaveOneOut(), game, design))[0]).isZero();
  }

  @Property(tries = 30)
  void additiveGamesAreExactForOrdersAndRegressions(@ForAll long seed) {
    double[] worths = {3, -1, 0, 2.5, 8, 1, 1, 4, -6};
    Game game = Game.additive(5, worths);
    LeverageDesign design = LeverageDesign.draw(PLAYERS, 82, seed);
    for (Estimator estimator : EFFICIENT) {
      assertThat(Game.values(solve(estimator, game, design)))
          .as(estimator.getClass().getSimpleName())
          .containsExactly(worths, within(1e-10));
    }
    PermutationDesign orders = PermutationDesign.independent(PLAYERS, 1, seed);
    assertThat(Game.values(solve(new PermutationShapley(orders), game, orders)))
        .containsExactly(worths, within(1e-10));
  }

  private static void assertEfficient(Solution solution) {
    assertThat(solution.diagnostics().efficiencyGap()).isEqualTo(0, within(1e-10));
  }

  private static void assertLinear(
      Estimator estimator, Game one, Game other, CoalitionDesign design) {
    double[] some = Game.values(solve(estimator, one, design));
    double[] others = Game.values(solve(estimator, other, design));
    double[] sums = IntStream.range(0, PLAYERS).mapToDouble(i -> some[i] + others[i]).toArray();
    assertThat(Game.values(solve(estimator, one.plus(other), design)))
        .as(estimator.getClass().getSimpleName())
        .containsExactly(sums, within(1e-10));
  }

  private static Solution solve(Estimator estimator, Game game, CoalitionDesign design) {
    return estimator.solve(game.table(design, 1, 0, 0)).orElseThrow();
  }
}
