package dev.clade.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CallLimitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Optional<String> ADA = Optional.of("ada");
  private static final Optional<String> BOB = Optional.of("bob");

  private final CallLimits limits = new CallLimits(new TestLimits(3, 2, 2, 1, 1_000, 10));

  @Test
  void theServerTakesSoManyCallsAndNoMore() {
    Runnable first = limits.enter(Optional.empty(), false);
    limits.enter(Optional.empty(), false);
    limits.enter(Optional.empty(), false);
    CladeException refused = refusal(limits, Optional.empty(), false);
    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_CALLS);
    assertThat(refused.metadata()).containsEntry("of", "server").containsEntry("limit", "3");
    first.run();
    limits.enter(Optional.empty(), false);
    refusal(limits, Optional.empty(), false);
  }

  @Test
  void oneCallerLeavesRoomForOthers() {
    limits.enter(ADA, false);
    limits.enter(ADA, false);
    CladeException refused = refusal(limits, ADA, false);
    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_CALLS);
    assertThat(refused.metadata()).containsEntry("of", "caller").containsEntry("limit", "2");
    limits.enter(BOB, false);
  }

  @Test
  void whoIsRefusedTakesNoRoom() {
    limits.enter(ADA, true);
    for (int i = 0; i < 10; i++) {
      refusal(limits, ADA, true);
    }
    limits.enter(BOB, true);
  }

  @Test
  void callsThatWaitAreCountedApart() {
    limits.enter(ADA, true);
    refusal(limits, ADA, true);
    limits.enter(ADA, false);
    limits.enter(ADA, false);
    refusal(limits, ADA, false);
    limits.enter(BOB, true);
  }

  @Test
  void aCallIsOverOnce() {
    Runnable leave = limits.enter(ADA, false);
    limits.enter(ADA, false);
    leave.run();
    leave.run();
    limits.enter(ADA, false);
    refusal(limits, ADA, false);
  }

  @Test
  void whoIsTooFastIsToldHowLongToWait() {
    CallLimits slow = new CallLimits(new TestLimits(100, 100, 100, 100, 1, 10));
    slow.enter(ADA, false);
    slow.enter(ADA, true);
    CladeException refused = refusal(slow, ADA, false);
    assertThat(refused.reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(refused.retryDelay().orElseThrow()).isPositive().isLessThanOrEqualTo(SECOND);
    slow.enter(BOB, false);
  }

  @Test
  void aBoundedNumberOfCallersIsRemembered() {
    CallerRates rates = new CallerRates(10, 100);
    for (int i = 0; i < 10_000; i++) {
      rates.waitOf("caller " + i);
    }
    assertThat(rates.remembered()).isLessThanOrEqualTo(100);
  }

  @Test
  void manyAtOnceNeverExceedTheLimit() throws Exception {
    int most = 50;
    int callers = 8;
    CallLimits shared = new CallLimits(new TestLimits(most, 1, most, 1, 1_000_000, 10));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger worst = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int n = 0; n < 2_000; n++) {
                    List<Runnable> entered = enterMany(shared, inside, worst);
                    inside.addAndGet(-entered.size());
                    entered.forEach(Runnable::run);
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> run : runs) {
        run.get();
      }
    }
    assertThat(worst.get()).isPositive().isLessThanOrEqualTo(most);
    // Everything was given back.
    for (int i = 0; i < most; i++) {
      shared.enter(Optional.empty(), false);
    }
    refusal(shared, Optional.empty(), false);
  }

  private static List<Runnable> enterMany(
      CallLimits shared, AtomicInteger inside, AtomicInteger worst) {
    List<Runnable> entered = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      try {
        entered.add(shared.enter(Optional.empty(), false));
        worst.accumulateAndGet(inside.incrementAndGet(), Math::max);
      } catch (CladeException e) {
        assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_CALLS);
      }
    }
    return entered;
  }

  private static CladeException refusal(CallLimits limits, Optional<String> caller, boolean waits) {
    CladeException refused =
        catchThrowableOfType(CladeException.class, () -> limits.enter(caller, waits));
    assertThat(refused).isNotNull();
    return refused;
  }
}
