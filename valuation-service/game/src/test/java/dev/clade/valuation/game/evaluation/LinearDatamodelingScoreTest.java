package dev.clade.valuation.game.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearDatamodelingScoreTest {
  private static final Game ADDITIVE = Game.additive(3, 1, 2, 4, 8, 16, 32);

  @Test
  void exactValuesOfAnAdditiveGameScoreAHundred() {
    RetrainedSubsets test = RetrainedSubsets.of(List.of(ofSize(ADDITIVE, 3), ofSize(ADDITIVE, 3)));
    LinearDatamodelingScore score =
        LinearDatamodelingScore.of(ADDITIVE.shapleyValues(), test, 50, 1);
    assertThat(score.bySeed()).allSatisfy(each -> assertThat(each).isEqualTo(100, within(1e-9)));
    assertThat(score.ceilings()).hasSize(1);
    assertThat(score.ceilings().getFirst()).isEqualTo(100, within(1e-9));
    assertThat(score.additiveInSample()).isEqualTo(100, within(1e-9));
    assertThat(score.additiveCrossValidated()).isEqualTo(100, within(1e-9));
    assertThat(score.overSubsets().lower()).isEqualTo(100, within(1e-9));
  }

  @Test
  void neitherAConstantNorAScaleMatters() {
    Game game = Game.random(6, 4);
    RetrainedSubsets test = RetrainedSubsets.of(List.of(ofSize(game, 3)));
    double[] values = {3, 1, 4, 1, 5, 9};
    double[] moved = {16, 12, 18, 12, 20, 28};
    assertThat(LinearDatamodelingScore.of(values, test, 20, 1))
        .isEqualTo(LinearDatamodelingScore.of(moved, test, 20, 1));
  }

  @Test
  void oneSeedHasNeitherIntervalNorCeiling() {
    RetrainedSubsets test = RetrainedSubsets.of(List.of(ofSize(Game.random(6, 4), 3)));
    LinearDatamodelingScore score =
        LinearDatamodelingScore.of(new double[] {3, 1, 4, 1, 5, 9}, test, 20, 1);
    assertThat(score.overSeeds().standardDeviation()).isNaN();
    assertThat(score.overSeeds().interval().lower()).isNaN();
    assertThat(score.ceilings()).isEmpty();
  }

  @Test
  void testedCoalitionsAreNotFittedTo() {
    RetrainedSubsets test = RetrainedSubsets.of(List.of(ofSize(ADDITIVE, 3)));
    UtilityTable fitting = test.excludedFrom(ADDITIVE.table());
    assertThat(fitting.coalitionCount()).isEqualTo(64 - 20);
    assertThat(fitting.has(new Coalition(6, 0b111))).isFalse();
    assertThat(fitting.has(new Coalition(6, 0b11))).isTrue();
  }

  @Test
  void testsThatCannotBeReadAreRefused() {
    UtilityTable three = ofSize(ADDITIVE, 3);
    UtilityTable fewer = three.filter(each -> each.contains(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetrainedSubsets.of(List.of()))
        .withMessageContaining("seed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetrainedSubsets.of(List.of(three, fewer)))
        .withMessageContaining("same subsets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetrainedSubsets.of(List.of(ADDITIVE.table())))
        .withMessageContaining("equal size");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LinearDatamodelingScore.of(
                    new double[5], RetrainedSubsets.of(List.of(three)), 9, 1))
        .withMessageContaining("6 players");
  }

  private static UtilityTable ofSize(Game game, int size) {
    return game.table().filter(each -> each.size() == size);
  }
}
