package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SingleFlightTest {
  private final SingleFlight flights = new SingleFlight();
  private final AtomicInteger computations = new AtomicInteger();
  private final CompletableFuture<String> outcome = new CompletableFuture<>();

  @Test
  void allWhoJoinShareOneComputation() {
    UniAssertSubscriber<String> first = join();
    UniAssertSubscriber<String> second = join();
    outcome.complete("value");
    first.assertCompleted().assertItem("value");
    second.assertCompleted().assertItem("value");
    assertThat(computations).hasValue(1);
  }

  @Test
  void oneWhoLeavesDoesNotStopItForTheOthers() {
    UniAssertSubscriber<String> first = join();
    UniAssertSubscriber<String> second = join();
    first.cancel();
    outcome.complete("value");
    second.assertCompleted().assertItem("value");
    assertThat(computations).hasValue(1);
  }

  @Test
  void aFailureReachesAllAndIsForgotten() {
    UniAssertSubscriber<String> first = join();
    UniAssertSubscriber<String> second = join();
    outcome.completeExceptionally(new IllegalStateException("no"));
    first.assertFailedWith(IllegalStateException.class, "no");
    second.assertFailedWith(IllegalStateException.class, "no");
    join();
    assertThat(computations).hasValue(2);
  }

  private UniAssertSubscriber<String> join() {
    return flights
        .join(
            "key",
            () -> {
              computations.incrementAndGet();
              return Uni.createFrom().completionStage(outcome);
            })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }
}
