package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
  private static final Duration DURATION = Duration.ofMillis(1_200);
  private static final Lease LEASE =
      new Lease(
          "lease",
          "valuations/test",
          "imageSets/test",
          new EvaluationRequest(new BitSet(), 0, 0, TrainerOptions.DEFAULTS),
          DURATION,
          "");

  @Test
  void aRenewedLeaseOutlivesItsDuration() throws InterruptedException {
    FakeQueue queue = renewing();
    try (LeaseKeeper keeper = new LeaseKeeper(queue, LEASE)) {
      Thread.sleep(DURATION.multipliedBy(3));

      assertThat(keeper.lost()).isFalse();
      assertThat(queue.renewals()).isGreaterThan(3);
    }
  }

  @Test
  void aRefusedRenewalLosesTheLeaseAtOnceAndIsTheLast() throws InterruptedException {
    FakeQueue queue = refusing(Reason.LEASE_LOST);
    try (LeaseKeeper keeper = new LeaseKeeper(queue, LEASE)) {
      assertThat(keeper.lost()).isFalse();
      Thread.sleep(DURATION.multipliedBy(2));

      assertThat(keeper.lost()).isTrue();
      assertThat(queue.renewals()).isEqualTo(1);
    }
  }

  @Test
  void anOutageLosesTheLeaseWhenItsTimeIsOver() throws InterruptedException {
    FakeQueue queue = refusing(Reason.DEPENDENCY_UNAVAILABLE);
    try (LeaseKeeper keeper = new LeaseKeeper(queue, LEASE)) {
      Thread.sleep(DURATION.multipliedBy(2));

      assertThat(keeper.lost()).isTrue();
      assertThat(queue.renewals()).isGreaterThan(1);
    }
  }

  @Test
  void aClosedKeeperRenewsNoMore() throws InterruptedException {
    FakeQueue queue = renewing();
    new LeaseKeeper(queue, LEASE).close();
    Thread.sleep(DURATION);

    assertThat(queue.renewals()).isZero();
  }

  private static FakeQueue renewing() {
    return new FakeQueue(() -> DURATION);
  }

  private static FakeQueue refusing(Reason reason) {
    return new FakeQueue(
        () -> {
          throw new CladeException(reason, "refused", Map.of());
        });
  }
}
