package dev.clade.runtime.limit;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets calls in as long as there is room for them. */
@Singleton
public final class CallLimits {
  private final LimitConfig config;
  private final InFlight answered;
  private final InFlight waiting;
  private final CallerRates rates;

  @Inject
  CallLimits(LimitConfig config) {
    this.config = config;
    answered = new InFlight(config.calls(), config.callsOfCaller());
    waiting = new InFlight(config.waitingCalls(), config.waitingCallsOfCaller());
    rates = new CallerRates(config.rateOfCaller(), config.rememberedCallers());
  }

  /**
   * Lets a call in and returns what has to be run when it is over; running it again does nothing.
   *
   * @param caller who calls, distinct from all others; nothing when callers are not told apart
   * @param waits whether the call waits by its nature: a stream or a long poll
   * @throws CladeException {@link Reason#TOO_MANY_CALLS} or {@link Reason#RATE_LIMITED}
   */
  public Runnable enter(Optional<String> caller, boolean waits) {
    caller.ifPresent(this::count);
    InFlight calls = waits ? waiting : answered;
    if (!calls.tryEnter()) {
      throw tooMany("server", waits ? config.waitingCalls() : config.calls());
    }
    if (caller.isPresent() && !calls.tryEnter(caller.get())) {
      calls.leave();
      throw tooMany("caller", waits ? config.waitingCallsOfCaller() : config.callsOfCaller());
    }
    AtomicBoolean over = new AtomicBoolean();
    return () -> {
      if (over.compareAndSet(false, true)) {
        calls.leave();
        caller.ifPresent(calls::leave);
      }
    };
  }

  private void count(String caller) {
    Duration wait = rates.waitOf(caller);
    if (wait.isPositive()) {
      throw new CladeException(
              Reason.RATE_LIMITED,
              "a caller may make %d calls a second; try again later"
                  .formatted(config.rateOfCaller()),
              Map.of("limit", Integer.toString(config.rateOfCaller())))
          .retryAfter(wait);
    }
  }

  private static CladeException tooMany(String whose, int limit) {
    return new CladeException(
        Reason.TOO_MANY_CALLS,
        "the %s has as many calls in flight as it may, which is %d; try again later"
            .formatted(whose, limit),
        Map.of("limit", Integer.toString(limit), "of", whose));
  }
}
