package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
  private static final Duration DURATION = Duration.ofMillis(150);
  private static final int PATIENCE_POLLS = 6_000;

  private final Lease first = Leases.lasting(DURATION, "first");
  private final Lease second = Leases.lasting(DURATION, "second");
  private final FakeQueue queue = new FakeQueue();

  @Test
  void allLeasesOfABatchAreRenewedWithOneCall() throws InterruptedException {
    try (LeaseKeeper keeper = new LeaseKeeper(queue, List.of(first, second))) {
      await(() -> queue.renewals().size() >= 4);

      assertThat(queue.renewals())
          .allSatisfy(leases -> assertThat(leases).containsExactlyInAnyOrder("first", "second"));
      assertThat(keeper.gone(first)).isFalse();
      assertThat(keeper.gone(second)).isFalse();
    }
  }

  @Test
  void whatTheQueueSaysIsLostIsGoneAndRenewedNoMore() throws InterruptedException {
    queue.setRenewal(_ -> Set.of("first"));
    try (LeaseKeeper keeper = new LeaseKeeper(queue, List.of(first, second))) {
      await(() -> queue.renewals().size() >= 2);

      assertThat(keeper.gone(first)).isTrue();
      assertThat(keeper.gone(second)).isFalse();
      assertThat(keeper.allGone()).isFalse();
      assertThat(queue.renewals().get(1)).containsExactly("second");
    }
  }

  @Test
  void anOutageLosesNoLease() throws InterruptedException {
    queue.setRenewal(
        _ -> {
          throw new CladeException(Reason.DEPENDENCY_UNAVAILABLE, "away", Map.of());
        });
    try (LeaseKeeper keeper = new LeaseKeeper(queue, List.of(first))) {
      // Renewals come each third of the lease's duration: it has ended long ago.
      await(() -> queue.renewals().size() >= 8);

      assertThat(keeper.gone(first)).isFalse();
    }
  }

  @Test
  void whatIsDoneIsNeitherRenewedNorGivenBack() throws InterruptedException {
    try (LeaseKeeper keeper = new LeaseKeeper(queue, List.of(first, second))) {
      keeper.done(first);
      await(() -> queue.renewals().size() >= 1);
    }
    assertThat(queue.renewals()).allSatisfy(leases -> assertThat(leases).containsExactly("second"));
    assertThat(queue.released()).containsExactly("second");
  }

  @Test
  void whatIsGivenBackIsGone() {
    try (LeaseKeeper keeper = new LeaseKeeper(queue, List.of(first, second))) {
      keeper.giveBack();

      assertThat(keeper.allGone()).isTrue();
      assertThat(queue.released()).containsExactlyInAnyOrder("first", "second");
    }
    assertThat(queue.released()).hasSize(2);
  }

  @Test
  void aLeaseThatWasLostKeepsNoneFromBeingGivenBackButAnOutageDoes() {
    queue.setOnRelease(
        _ -> {
          throw new CladeException(Reason.LEASE_LOST, "unknown", Map.of());
        });
    new LeaseKeeper(queue, List.of(first, second)).close();
    assertThat(queue.released()).containsExactlyInAnyOrder("first", "second");

    queue.setOnRelease(
        _ -> {
          throw new CladeException(Reason.DEADLINE_EXCEEDED, "away", Map.of());
        });
    new LeaseKeeper(queue, List.of(first, second)).close();
    assertThat(queue.released()).hasSize(3);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int poll = 0; !condition.getAsBoolean(); poll++) {
      assertThat(poll).as("waited too long").isLessThan(PATIENCE_POLLS);
      Thread.sleep(10);
    }
  }
}
