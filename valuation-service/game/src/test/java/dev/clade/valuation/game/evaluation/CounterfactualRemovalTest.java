package dev.clade.valuation.game.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.statistic.MeanEstimate;
import org.junit.jupiter.api.Test;

class CounterfactualRemovalTest {
  @Test
  void theHighestOrTheLowestGo() {
    CounterfactualRemoval removal =
        CounterfactualRemoval.of(new double[] {.3, .5, -.1, .5, .2}, 0.4);
    assertThat(removal.withoutTop()).isEqualTo(new Coalition(5, 0b10101));
    assertThat(removal.withoutBottom()).isEqualTo(new Coalition(5, 0b01011));
  }

  @Test
  void ofEqualValuesTheFirstIsTheHigher() {
    CounterfactualRemoval removal = CounterfactualRemoval.of(new double[] {1, 1, 1}, 0.34);
    assertThat(removal.withoutTop()).isEqualTo(new Coalition(3, 0b110));
    assertThat(removal.withoutBottom()).isEqualTo(new Coalition(3, 0b011));
  }

  @Test
  void wholePlayersAreCountedDespiteRounding() {
    // 0.58 * 50 is 28.999999999999996 in double.
    assertThat(CounterfactualRemoval.of(new double[50], 0.58).withoutTop().size()).isEqualTo(21);
    assertThat(CounterfactualRemoval.of(new double[50], 0.59).withoutTop().size()).isEqualTo(21);
  }

  @Test
  void changeIsRelativeToTheSizeOfTheUtility() {
    // -10 % and -30 %: mean -20 %, standard deviation 14.14 %, reach 12.7062 * 10 %.
    MeanEstimate change =
        CounterfactualRemoval.relativeChange(new double[] {9, 14}, new double[] {10, 20});
    assertThat(change.mean()).isEqualTo(-0.2, within(1e-12));
    assertThat(change.standardDeviation()).isEqualTo(0.1 * Math.sqrt(2), within(1e-12));
    assertThat(change.interval().upper()).isEqualTo(-0.2 + 1.27062, within(1e-5));
    // A negative utility that falls is worse as well.
    assertThat(CounterfactualRemoval.relativeChange(new double[] {-1.5}, new double[] {-1}).mean())
        .isEqualTo(-0.5, within(1e-12));
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CounterfactualRemoval.of(new double[5], 0.1))
        .withMessageContaining("part");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CounterfactualRemoval.of(new double[5], 1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CounterfactualRemoval.relativeChange(new double[1], new double[1]))
        .withMessageContaining("must not be 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CounterfactualRemoval.relativeChange(new double[2], new double[1]));
  }
}
