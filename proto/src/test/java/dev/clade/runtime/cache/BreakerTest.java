package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BreakerTest {
  private final AtomicLong clock = new AtomicLong();
  private final Breaker breaker = new Breaker(Duration.ofNanos(100), clock::get);

  @Test
  void refusesForAWhileAndThenLetsOneTry() {
    assertThat(breaker.tryPass()).isTrue();
    assertThat(breaker.failed()).isTrue();
    clock.set(99);
    assertThat(breaker.tryPass()).isFalse();
    clock.set(100);
    assertThat(breaker.tryPass()).isTrue();
    assertThat(breaker.tryPass()).isFalse();
  }

  @Test
  void oneAnswerLetsEverybodyPass() {
    breaker.failed();
    clock.set(100);
    assertThat(breaker.tryPass()).isTrue();
    breaker.succeeded();
    assertThat(breaker.tryPass()).isTrue();
    assertThat(breaker.tryPass()).isTrue();
  }

  @Test
  void anotherFailurePausesAgainAndIsNotTheFirst() {
    breaker.failed();
    clock.set(100);
    breaker.tryPass();
    assertThat(breaker.failed()).isFalse();
    clock.set(199);
    assertThat(breaker.tryPass()).isFalse();
    clock.set(200);
    assertThat(breaker.tryPass()).isTrue();
  }
}
