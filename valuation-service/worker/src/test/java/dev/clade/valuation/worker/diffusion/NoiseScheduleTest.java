package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseScheduleTest {
  private final NoiseLevels coarse = NoiseSchedule.COARSE.levels();
  private final NoiseLevels fine = NoiseSchedule.FINE.levels();

  @Test
  void powersSumToOneAndTheImageFades() {
    for (int time = 0; time < NoiseSchedule.COARSE.times(); time++) {
      double signal = coarse.signal(time);
      double noise = coarse.noise(time);
      assertThat(signal * signal + noise * noise).isCloseTo(1, within(1e-12));
      if (time > 0) {
        assertThat(signal).isLessThan(coarse.signal(time - 1));
      }
    }
  }

  /** Worked by hand: the first variance is 0.001; the logarithms of 1 - variance sum to -6.313. */
  @Test
  void theCoarseScheduleEnds() {
    assertThat(coarse.signal(0)).isCloseTo(Math.sqrt(0.999), within(1e-12));
    assertThat(coarse.signal(99)).isCloseTo(0.0426, within(2e-4));
  }

  /** The source says that hardly anything is left: 4e-5 of the power, whose root is 0.0064. */
  @Test
  void theFineScheduleEnds() {
    assertThat(fine.signal(0)).isCloseTo(Math.sqrt(0.9999), within(1e-12));
    assertThat(fine.signal(999)).isCloseTo(Math.sqrt(4.04e-5), within(1e-5));
  }

  @Test
  void variancesThatFallAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoiseSchedule(10, 0.2, 0.1))
        .withMessage(
            "firstVariance and lastVariance must rise within (0, 1); they are 0.2 and 0.1");
  }

  @Test
  void evenTimesLieInTheMiddleOfTheirParts() {
    assertThat(NoiseSchedule.COARSE.evenTimes(4)).containsExactly(12, 37, 62, 87);
    assertThat(NoiseSchedule.COARSE.evenTimes(1)).containsExactly(50);
    assertThat(NoiseSchedule.COARSE.evenTimes(100)).startsWith(0, 1).endsWith(98, 99);
  }
}
