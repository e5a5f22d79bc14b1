package dev.clade.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What waits unless the server ends, in one that does not. */
@QuarkusTest
final class WaitTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  @Inject Drain drain;

  @Test
  void waitThatIsOverLeavesNothing() {
    int before = drain.waiting();
    assertThat(drain.unlessBegun(Uni.createFrom().item(1)).await().atMost(LONG)).isOne();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                drain
                    .unlessBegun(Uni.createFrom().failure(new IllegalStateException()))
                    .await()
                    .atMost(LONG));
    assertThat(drain.waiting()).isEqualTo(before);
  }

  @Test
  void waitThatIsGivenUpLeavesNothingAndGoesOnNoMore() {
    int before = drain.waiting();
    AtomicInteger givenUp = new AtomicInteger();
    Uni<Object> wait = Uni.createFrom().nothing().onCancellation().invoke(givenUp::incrementAndGet);
    Cancellable waiting = drain.unlessBegun(wait).subscribe().with(_ -> {});
    assertThat(drain.waiting()).isEqualTo(before + 1);
    waiting.cancel();
    assertThat(drain.waiting()).isEqualTo(before);
    assertThat(givenUp).hasValue(1);
  }
}
