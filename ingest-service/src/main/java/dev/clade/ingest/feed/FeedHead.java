package dev.clade.ingest.feed;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.store.FeedCounters;
import dev.clade.ingest.store.FeedStore;
import dev.clade.runtime.drain.Drain;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The head of the feed as this instance knows it: at most one poll behind the database, or unknown
 * while the database is away. One poll serves every stream and every cached read.
 */
@ApplicationScoped
public class FeedHead {
  private static final Logger LOG = Logger.getLogger(FeedHead.class);

  /** Polls that may fail before the head counts as unknown. */
  private static final int PATIENT_POLLS = 10;

  private final FeedStore store;
  private final Drain drain;
  private final Duration poll;
  private final AtomicLong head = new AtomicLong();
  private final BroadcastProcessor<Long> heads = BroadcastProcessor.create();
  private volatile LatestChange latest = new LatestChange(0, Optional.empty(), "");
  private volatile long confirmedAt = Long.MIN_VALUE;
  private volatile Cancellable polling;

  @Inject
  FeedHead(FeedStore store, Drain drain, IngestConfig config, Meters meters) {
    this.store = store;
    this.drain = drain;
    this.poll = config.feedPoll();
    meters.gauge(Metric.FEED_HEAD, head, AtomicLong::get);
    meters.gauge(Metric.FEED_AGE, this, FeedHead::age);
  }

  void start(@Observes StartupEvent event) {
    polling =
        Multi.createFrom()
            .ticks()
            .every(poll)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(
                tick ->
                    read()
                        .ifNoItem()
                        .after(poll.multipliedBy(PATIENT_POLLS))
                        .fail()
                        .onFailure()
                        .invoke(failure -> LOG.debug("the feed's head cannot be read", failure))
                        .onFailure()
                        .recoverWithNull())
            .subscribe()
            .with(ignored -> {}, failure -> LOG.error("the feed's head is read no more", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    polling.cancel();
    heads.onComplete();
  }

  /** Returns the head: as last read, or read now when that is too long ago. */
  public Uni<Long> current() {
    return isKnown() ? Uni.createFrom().item(head.get()) : read();
  }

  /** Reads the head now. */
  public Uni<Long> read() {
    return store
        .counters()
        .invoke(
            counters ->
                latest =
                    new LatestChange(
                        counters.head(), counters.changeTime(), counters.traceparent()))
        .map(FeedCounters::head)
        .invoke(this::advance);
  }

  /**
   * Returns the head once it is beyond a place, or when patience ends as it is then. Fails when the
   * server is about to end, so that no stream keeps it.
   */
  public Uni<Long> beyond(long place, Duration patience) {
    if (head.get() > place && !drain.hasBegun()) {
      return Uni.createFrom().item(head.get());
    }
    return drain.unlessBegun(
        heads
            .filter(moved -> moved > place)
            .toUni()
            .ifNoItem()
            .after(patience)
            .recoverWithUni(this::current));
  }

  /**
   * As {@link #advance(long)}, by who has just committed: streams go on before the next poll.
   *
   * @param traceparent W3C trace context of the import that made the change; may be empty
   */
  public void advance(long atLeast, String traceparent) {
    if (atLeast > latest.sequence()) {
      latest = new LatestChange(atLeast, Optional.of(Instant.now()), traceparent);
    }
    advance(atLeast);
  }

  /** Says how far the feed is at least, so that a reader need not wait for the next poll. */
  public synchronized void advance(long atLeast) {
    confirmedAt = System.nanoTime();
    heads.onNext(head.accumulateAndGet(atLeast, Math::max));
  }

  /**
   * Returns the W3C trace context of the import that made a change; empty unless the change is the
   * head as last read.
   */
  String traceparent(long sequence) {
    LatestChange known = latest;
    return known.sequence() == sequence ? known.traceparent() : "";
  }

  private double age() {
    return latest
        .time()
        .map(time -> Duration.between(time, Instant.now()).toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private boolean isKnown() {
    return confirmedAt != Long.MIN_VALUE
        && System.nanoTime() - confirmedAt < poll.toNanos() * PATIENT_POLLS;
  }

  /** The change at the head: when it was made, and in which trace. */
  private record LatestChange(long sequence, Optional<Instant> time, String traceparent) {}
}
