package dev.clade.valuation.game.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that hold too little, and tables that just hold enough. */
class PartialTableTest {
  private static final Game GAME = Game.saturating(8);

  @Test
  void endpointsAloneDetermineNothing() {
    UtilityTable table = first(LeverageDesign.draw(8, 64, 1).coalitions(), 2);
    for (Estimator estimator :
        new Estimator[] {
          new LeverageShap(),
          new LinearMsr(),
          new StratifiedSvarm(),
          new MaximumSampleReuse(Semivalue.banzhaf()),
          new LeaveOneOut()
        }) {
      assertThat(estimator.solve(table)).as(estimator.getClass().getSimpleName()).isEmpty();
    }
  }

  @Test
  void ordersCountWhenAllTheirCoalitionsAreKnown() {
    PermutationDesign design = PermutationDesign.antithetic(8, 3, 1);
    List<Coalition> coalitions = design.coalitions();
    assertThat(coalitions).hasSizeBetween(2 + 14, 2 + 3 * 14).doesNotHaveDuplicates();
    PermutationShapley estimator = new PermutationShapley(design);
    assertThat(estimator.solve(first(coalitions, 15))).isEmpty();
    Solution solution = estimator.solve(first(coalitions, 16)).orElseThrow();
    assertThat(solution.diagnostics().coalitionCount()).isEqualTo(16);
    assertThat(solution.values().getFirst().upper()).isNaN();
  }

  @Test
  void intervalsComeWithTwoOrdersAPlayer() {
    for (int orders : new int[] {15, 16}) {
      PermutationDesign design = PermutationDesign.independent(8, orders, 1);
      Solution solution =
          new PermutationShapley(design).solve(GAME.table(design, 1, 0, 0)).orElseThrow();
      assertThat(solution.values())
          .extracting(PlayerValue::upper)
          .allMatch(upper -> Double.isFinite(upper) == (orders == 16));
    }
  }

  @Test
  void orderIsAFunctionOfSeedAndIndex() {
    assertThat(PermutationDesign.independent(20, 9, 4).units())
        .startsWith(PermutationDesign.independent(20, 2, 4).units().toArray(List[]::new))
        .isNotEqualTo(PermutationDesign.independent(20, 9, 5).units());
  }

  @Test
  void impossibleOrdersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PermutationDesign.independent(65, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> PermutationDesign.antithetic(5, 0, 0));
  }

  private static UtilityTable first(List<Coalition> coalitions, int count) {
    UtilityTable.Builder builder = UtilityTable.builder(8);
    coalitions.subList(0, count).forEach(c -> builder.add(c, 0, GAME.of(c)));
    return builder.build();
  }
}
