package dev.clade.lineage.server.feed;

import com.google.common.base.Throwables;
import dev.clade.lineage.server.checkpoint.Checkpoints;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.BackgroundWork;
import dev.clade.runtime.telemetry.Metric;
import dev.clade.runtime.telemetry.SpanKinds;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the graph in step with the feed. A batch is asked for when the one before was applied, so a
 * fast feed waits for the graph.
 *
 * <p>The graph is published first when it has reached the head that was heard at the beginning; a
 * graph that starts over goes on answering from its old state until then.
 */
@Singleton
public final class FeedFollower {
  private static final Logger LOG = Logger.getLogger(FeedFollower.class);
  private static final long UNHEARD = -1;

  /** Most time that the last checkpoint may take when the server is stopped. */
  private static final long LONGEST_STOP_SECONDS = 15;

  private final ChangeSource source;
  private final GraphKeeper graph;
  private final FeedStatus status;
  private final Checkpoints checkpoints;
  private final FeedSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lineage-feed").factory());
  private final RebuildPlan rebuilds;
  private final BackgroundWork background;

  private Connection connection;
  private long pause;

  /** Head to reach before the graph is published, heard first after the start or a start over. */
  private long target = UNHEARD;

  private boolean caughtUp;

  @Inject
  FeedFollower(
      ChangeSource source,
      GraphKeeper graph,
      FeedStatus status,
      Checkpoints checkpoints,
      FeedSettings settings,
      BackgroundWork background) {
    this.background = background;
    this.source = source;
    this.graph = graph;
    this.status = status;
    this.checkpoints = checkpoints;
    this.settings = settings;
    this.rebuilds = new RebuildPlan(graph, thread, settings.rebuildPause());
    this.pause = settings.firstPause().toMillis();
  }

  void start(@Observes StartupEvent started) {
    thread.execute(checkpoints::restore);
    thread.execute(this::connect);
  }

  void stop(@Observes ShutdownEvent stopped) {
    thread.execute(
        () -> {
          if (connection != null) {
            connection.cancel();
          }
          if (caughtUp) {
            checkpoints.write();
          }
        });
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Stopping without a last checkpoint, which takes too long.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() {
    connection = new Connection();
    source.changesAfter(graph.applied()).subscribe(connection);
  }

  /** What brings the graph to the head is recorded, linked to what made the latest change. */
  private void received(ChangeBatch batch) {
    if (batch.traceparent().isEmpty() || batch.records().isEmpty()) {
      take(batch);
      return;
    }
    BackgroundWork.Work work = background.beginLinked(SpanKinds.APPLY, batch.traceparent());
    work.span().setAttribute("clade.lineage.changes", batch.records().size());
    work.span().setAttribute(Metric.APPLIED.metric(), batch.lastSequence());
    try (work;
        Scope scope = work.enter()) {
      take(batch);
    }
  }

  private void take(ChangeBatch batch) {
    pause = settings.firstPause().toMillis();
    status.heard(batch.head());
    if (batch.head() < graph.applied()) {
      LOG.warnf("The feed went back from %d to %d.", graph.applied(), batch.head());
      connection.cancel();
      startOver();
      return;
    }
    if (target == UNHEARD) {
      target = batch.head();
      LOG.infof("Reading the feed from %d to %d.", graph.applied(), target);
    }
    if (!batch.records().isEmpty()) {
      graph.apply(batch.records(), batch.lastSequence());
    }
    if (caughtUp && !batch.records().isEmpty()) {
      rebuilds.soon();
    } else if (!caughtUp && graph.applied() >= target) {
      caughtUp = true;
      rebuilds.now();
      LOG.infof("The graph has caught up at %d.", graph.applied());
    }
    status.following(caughtUp);
    if (caughtUp && checkpoints.writeIfDue()) {
      // The records were tidied for it, and changes are laid only over what was built since.
      rebuilds.now();
    }
    connection.requestNext();
  }

  private void failed(Throwable failure) {
    status.following(false);
    if (failure instanceof CladeException told && told.reason() == Reason.FIELD_OUT_OF_RANGE) {
      LOG.warnf("The feed does not reach %d any more.", graph.applied());
      startOver();
      return;
    }
    LOG.warnf(
        "The feed was lost at %d: %s (%s)",
        graph.applied(), failure.getMessage(), Throwables.getRootCause(failure));
    var _ = thread.schedule(this::connect, pause, TimeUnit.MILLISECONDS);
    pause = Math.min(2 * pause, settings.longestPause().toMillis());
  }

  private void startOver() {
    status.following(false);
    rebuilds.cancel();
    graph.startOver();
    target = UNHEARD;
    caughtUp = false;
    var _ = thread.schedule(this::connect, pause, TimeUnit.MILLISECONDS);
  }

  /** One subscription; what it is told after its end does not count. */
  private final class Connection implements Flow.Subscriber<ChangeBatch> {
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription opened) {
      subscription = opened;
      opened.request(1);
    }

    @Override
    public void onNext(ChangeBatch batch) {
      onThread(() -> received(batch));
    }

    @Override
    public void onError(Throwable failure) {
      onThread(() -> end(failure));
    }

    @Override
    public void onComplete() {
      onThread(() -> end(new IllegalStateException("the catalogue ended the stream")));
    }

    void requestNext() {
      subscription.request(1);
    }

    void cancel() {
      connection = null;
      subscription.cancel();
    }

    private void end(Throwable failure) {
      connection = null;
      failed(failure);
    }

    /** A fault must not end the following without a word: it is tried again like a lost feed. */
    private void runOrFail(Runnable signal) {
      try {
        signal.run();
      } catch (RuntimeException e) {
        LOG.error("A part of the feed could not be applied.", e);
        subscription.cancel();
        end(e);
      }
    }

    private void onThread(Runnable signal) {
      if (!thread.isShutdown()) {
        thread.execute(
            () -> {
              if (connection == this) {
                runOrFail(signal);
              }
            });
      }
    }
  }
}
