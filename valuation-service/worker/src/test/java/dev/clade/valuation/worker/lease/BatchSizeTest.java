package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
  private final BatchSize batch = new BatchSize(8);

  @Test
  void theFirstEvaluationComesAlone() {
    assertThat(batch.next()).isEqualTo(1);
  }

  @Test
  void aBatchIsAboutTenSecondsOfWorkByTheMeanSeen() {
    batch.add(Duration.ofSeconds(2));
    batch.add(Duration.ofSeconds(3));

    assertThat(batch.next()).isEqualTo(4);
  }

  @Test
  void aBatchHasOneEvaluationAtLeastAndAsManyAsAllowedAtMost() {
    batch.add(Duration.ofMillis(1));
    assertThat(batch.next()).isEqualTo(8);
    batch.add(Duration.ofMinutes(10));
    assertThat(batch.next()).isEqualTo(1);
  }

  @Test
  void aRunOfShortEvaluationsFollowsOneOfLongOnes() {
    batch.add(Duration.ofMinutes(1));
    for (int i = 0; i < 60; i++) {
      batch.add(Duration.ofSeconds(2));
    }
    // What is left of the minute: 58 s times (7/8) to the 52nd and a few hundredths.
    assertThat(batch.next()).isEqualTo(4);
  }
}
