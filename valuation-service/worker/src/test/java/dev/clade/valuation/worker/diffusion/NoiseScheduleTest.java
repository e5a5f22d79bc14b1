package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseScheduleTest {
  @Test
  void powersSumToOneAndTheImageFades() {
    for (int time = 0; time < NoiseSchedule.TIMES; time++) {
      double signal = NoiseSchedule.signal(time);
      double noise = NoiseSchedule.noise(time);
      assertThat(signal * signal + noise * noise).isCloseTo(1, within(1e-12));
      if (time > 0) {
        assertThat(signal).isLessThan(NoiseSchedule.signal(time - 1));
      }
    }
  }

  /** Worked by hand: the first variance is 0.001; the logarithms of 1 - variance sum to -6.313. */
  @Test
  void ends() {
    assertThat(NoiseSchedule.signal(0)).isCloseTo(Math.sqrt(0.999), within(1e-12));
    assertThat(NoiseSchedule.signal(NoiseSchedule.TIMES - 1)).isCloseTo(0.0426, within(2e-4));
  }
}
