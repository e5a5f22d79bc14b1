package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  /** The mean utility of all coalitions of one player, as the value of each. */
  private static final Estimator MEAN_OF_SINGLETONS =
      table -> {
        double[] sum = new double[2];
        table.forEach(
            (coalition, utilities) -> {
              if (coalition.size() == 1) {
                sum[0] += utilities.mean();
                sum[1]++;
              }
            });
        double[] values = new double[table.playerCount()];
        Arrays.fill(values, sum[0] / sum[1]);
        return Optional.of(
            new Solution(
                Solution.playerValues(values, new double[values.length], 0),
                Diagnostics.of(table, values, 1, 0, 0)));
      };

  @Test
  void meanVariesAsAMeanOfIndependentUnitsDoes() {
    // Utilities 0 to 20: variance 38.5 over 21 units.
    UtilityTable.Builder builder = UtilityTable.builder(21);
    builder.add(Coalition.empty(21), 0, 0).add(Coalition.grand(21), 0, 1);
    for (int i = 0; i < 21; i++) {
      builder.add(new Coalition(21, 1L << i), 0, i);
    }
    ResampledValues values =
        new PairedBootstrap(MEAN_OF_SINGLETONS, 4000, 7).total(builder.build()).orElseThrow();
    assertThat(values.value(0)).isEqualTo(10);
    assertThat(values.standardError(0)).isEqualTo(Math.sqrt(38.5 / 21), within(0.05));
    assertThat(values.interval(0, 0.95).lower()).isBetween(6.9, 7.8);
  }

  @Test
  void noiseOfTrainingHasTheVarianceOfTheFormula() {
    // 3.4 of the notes: 2 s^2 / n^2 times the sum of 1 / C(n-1, k), here 4 replicates each.
    Game game = Game.saturating(5);
    UtilityTable table = game.table(new ExhaustiveDesign(5), 4, 0.3, 3);
    double sum = 1 + 1 / 4.0 + 1 / 6.0 + 1 / 4.0 + 1;
    PairedBootstrap bootstrap = new PairedBootstrap(new ExactEnumeration(5), 2000, 1);
    ResampledValues values = bootstrap.noise(table).orElseThrow();
    for (int player = 0; player < 5; player++) {
      assertThat(values.standardError(player))
          .isEqualTo(Math.sqrt(2 * 0.09 / 4 / 25 * sum), within(0.006));
    }
    // With all coalitions there is no other layer.
    assertThat(bootstrap.total(table).orElseThrow().standardError(0))
        .isEqualTo(values.standardError(0));
  }

  @Test
  void regressionVariesAsItsSandwichSays() {
    Game game = Game.interacting(10, 4);
    LeverageDesign design = LeverageDesign.draw(10, 202, 4);
    SizeAdjustedRegression estimator = new SizeAdjustedRegression();
    UtilityTable table = game.table(design, 1, 0.2, 4);
    Solution solution = estimator.solve(table).orElseThrow();
    ResampledValues values = new PairedBootstrap(estimator, 300, 2).total(table).orElseThrow();
    for (int player = 0; player < 10; player++) {
      assertThat(values.standardError(player) / solution.values().get(player).standardError())
          .isBetween(0.75, 1.35);
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    UtilityTable table = Game.saturating(8).table(LeverageDesign.draw(8, 82, 1), 2, 0.1, 1);
    PairedBootstrap bootstrap = new PairedBootstrap(new SizeAdjustedRegression(), 20, 5);
    assertThat(bootstrap.total(table).orElseThrow().standardError(3))
        .isEqualTo(bootstrap.total(table).orElseThrow().standardError(3))
        .isNotEqualTo(
            new PairedBootstrap(new SizeAdjustedRegression(), 20, 6)
                .total(table)
                .orElseThrow()
                .standardError(3));
  }

  @Test
  void resamplesThatDetermineNothingAreCounted() {
    PermutationDesign design = PermutationDesign.independent(6, 3, 1);
    ResampledValues values =
        new PairedBootstrap(new PermutationShapley(design), 30, 1)
            .total(Game.saturating(6).table(design, 1, 0, 0))
            .orElseThrow();
    assertThat(values.unsolvedCount()).isGreaterThan(20);
    assertThat(values.solvedCount() + values.unsolvedCount()).isEqualTo(30);
  }

  @Test
  void withoutReplicatesNoiseIsNotKnown() {
    UtilityTable table = Game.saturating(6).table(LeverageDesign.draw(6, 42, 1), 1, 0.1, 1);
    PairedBootstrap bootstrap = new PairedBootstrap(new SizeAdjustedRegression(), 20, 5);
    assertThat(bootstrap.noise(table)).isEmpty();
    assertThat(bootstrap.total(table)).isPresent();
    assertThat(bootstrap.total(UtilityTable.builder(6).build())).isEmpty();
  }

  @Test
  void oneResampleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedBootstrap(MEAN_OF_SINGLETONS, 1, 0))
        .withMessageContaining("resamples");
  }
}
