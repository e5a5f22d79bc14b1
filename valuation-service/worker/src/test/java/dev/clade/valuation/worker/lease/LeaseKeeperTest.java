package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.image.ImageCollection;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final AtomicInteger renewals = new AtomicInteger();

  @Test
  void aRenewedLeaseOutlivesItsDuration() throws InterruptedException {
    try (LeaseKeeper keeper = new LeaseKeeper(new RenewingQueue(null), LEASE)) {
      Thread.sleep(DURATION.multipliedBy(3));

      assertThat(keeper.lost()).isFalse();
      assertThat(renewals.get()).isGreaterThan(3);
    }
  }

  @Test
  void aRefusedRenewalLosesTheLeaseAtOnceAndIsTheLast() throws InterruptedException {
    try (LeaseKeeper keeper = new LeaseKeeper(new RenewingQueue(Reason.LEASE_LOST), LEASE)) {
      assertThat(keeper.lost()).isFalse();
      Thread.sleep(DURATION.multipliedBy(2));

      assertThat(keeper.lost()).isTrue();
      assertThat(renewals.get()).isEqualTo(1);
    }
  }

  @Test
  void anOutageLosesTheLeaseWhenItsTimeIsOver() throws InterruptedException {
    try (LeaseKeeper keeper =
        new LeaseKeeper(new RenewingQueue(Reason.DEPENDENCY_UNAVAILABLE), LEASE)) {
      Thread.sleep(DURATION.multipliedBy(2));

      assertThat(keeper.lost()).isTrue();
      assertThat(renewals.get()).isGreaterThan(1);
    }
  }

  @Test
  void aClosedKeeperRenewsNoMore() throws InterruptedException {
    new LeaseKeeper(new RenewingQueue(null), LEASE).close();
    Thread.sleep(DURATION);

    assertThat(renewals.get()).isZero();
  }

  /** Grants renewals, or refuses them for a reason; has nothing else to offer. */
  private final class RenewingQueue implements EvaluationQueue {
    private final Reason refusal;

    RenewingQueue(Reason refusal) {
      this.refusal = refusal;
    }

    @Override
    public Duration renew(String lease) {
      renewals.incrementAndGet();
      if (refusal != null) {
        throw new CladeException(refusal, "refused", Map.of());
      }
      return DURATION;
    }

    @Override
    public Optional<Lease> lease(Duration maxWait) {
      return Optional.empty();
    }

    @Override
    public boolean report(String lease, EvaluationReport report) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reportFailure(String lease, String reason) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImageCollection imageSet(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
