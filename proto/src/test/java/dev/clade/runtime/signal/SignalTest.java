package dev.clade.runtime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SignalTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Signal signal = new Signal();

  @Test
  void allWhoHoldATicketAreWoken() {
    Signal.Ticket ticket = signal.ticket();
    CompletableFuture<Void> one = ticket.await().subscribeAsCompletionStage();
    CompletableFuture<Void> two = ticket.await(LONG).subscribeAsCompletionStage();
    assertThat(one).isNotDone();
    assertThat(two).isNotDone();
    signal.fire();
    assertThat(one).isCompleted();
    assertThat(two).isCompleted();
    assertThat(signal.waiting()).isZero();
  }

  @Test
  void whatHappensBeforeTheWaitIsNotMissed() {
    Signal.Ticket before = signal.ticket();
    signal.fire();
    Signal.Ticket after = signal.ticket();
    assertThat(before.await().subscribeAsCompletionStage()).isCompleted();
    assertThat(after.await().subscribeAsCompletionStage()).isNotDone();
  }

  @Test
  void whoWaitsAgainAtOnceIsWokenOnceEachTime() {
    AtomicInteger woken = new AtomicInteger();
    waitAgain(woken);
    for (int fired = 1; fired <= 100; fired++) {
      signal.fire();
      assertThat(woken).hasValue(fired);
    }
  }

  private void waitAgain(AtomicInteger woken) {
    signal
        .ticket()
        .await()
        .subscribe()
        .with(
            _ -> {
              woken.incrementAndGet();
              waitAgain(woken);
            });
  }

  @Test
  void waitEndsWithPatience() {
    signal.ticket().await(Duration.ofMillis(1)).await().atMost(LONG);
    assertThat(signal.waiting()).isZero();
  }

  @Test
  void waitThatIsGivenUpLeavesNothing() {
    List<Cancellable> waits = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      waits.add(signal.ticket().await(LONG).subscribe().with(_ -> {}));
    }
    assertThat(signal.waiting()).isEqualTo(1_000);
    waits.forEach(Cancellable::cancel);
    assertThat(signal.waiting()).isZero();
  }

  @Test
  void nothingIsMissedByThoseWhoLookWhileOthersFire() throws Exception {
    int last = 20_000;
    AtomicInteger value = new AtomicInteger();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<CompletableFuture<Void>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(CompletableFuture.runAsync(() -> follow(value, last), threads));
      }
      for (int i = 0; i < last; i++) {
        value.incrementAndGet();
        signal.fire();
      }
      CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    }
    assertThat(signal.waiting()).isZero();
  }

  /** Returns when it has seen the last value; nothing but the signal says when to look. */
  private void follow(AtomicInteger value, int last) {
    int seen = -1;
    while (seen < last) {
      Signal.Ticket ticket = signal.ticket();
      int now = value.get();
      if (now == seen) {
        ticket.await().await().atMost(LONG);
      }
      seen = now;
    }
  }
}
