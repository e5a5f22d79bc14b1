package dev.clade.runtime.telemetry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * Something that is counted in the database now and then, so that a scrape need not wait for it.
 *
 * @param <C> what is counted
 */
public final class Census<C> {
  private static final Logger LOG = Logger.getLogger(Census.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final String subject;
  private final Supplier<Uni<C>> count;
  private volatile C latest;
  private Cancellable counting = () -> {};

  /**
   * Creates a census that has not counted yet.
   *
   * @param subject what is counted, for the log
   */
  public Census(String subject, Supplier<Uni<C>> count) {
    this.subject = subject;
    this.count = count;
  }

  /** Begins to count, at once and then every few seconds. */
  public void start() {
    counting =
        Multi.createFrom()
            .ticks()
            .every(EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(_ -> countOnce())
            .subscribe()
            .with(_ -> {});
  }

  /** Counts no more. */
  public void stop() {
    counting.cancel();
  }

  /** Returns a number of the latest count; NaN while there is none. */
  public double read(ToDoubleFunction<C> number) {
    C counted = latest;
    return counted == null ? Double.NaN : number.applyAsDouble(counted);
  }

  /** What cannot be counted is unknown: an old number would look like a present one. */
  private Uni<C> countOnce() {
    return Uni.createFrom()
        .deferred(count::get)
        .ifNoItem()
        .after(EVERY)
        .fail()
        .onFailure()
        .invoke(failure -> LOG.debugf(failure, "the %s cannot be counted", subject))
        .onFailure()
        .recoverWithNull()
        .invoke(counted -> latest = counted);
  }
}
