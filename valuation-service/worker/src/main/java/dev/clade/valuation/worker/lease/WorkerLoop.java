package dev.clade.valuation.worker.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.telemetry.EventLog;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Leases, evaluates and reports until there is nothing left to do. */
public final class WorkerLoop {
  private static final EventLog LOG = EventLog.of(WorkerLoop.class);

  /** What the service says of an evaluation that cannot be done as it was told. */
  private static final Set<Reason> REFUSALS =
      EnumSet.of(
          Reason.IMAGE_SET_NOT_FOUND,
          Reason.CONTRIBUTOR_SET_NOT_FOUND,
          Reason.FEATURE_SET_NOT_FOUND,
          Reason.FEATURE_SET_NOT_READY,
          Reason.EMBEDDING_INVALID,
          Reason.FIELD_OUT_OF_RANGE,
          Reason.REQUEST_TOO_LARGE);

  private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

  /** How long an answer with leases may be on its way when the end comes. */
  private static final Duration LAST_ARRIVAL = Duration.ofSeconds(2);

  private final EvaluationQueue queue;
  private final Evaluator evaluator;
  private final Tracing tracing;
  private final Duration idleExit;
  private final BatchSize batch;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean ending;
  private volatile LeaseKeeper current;

  /**
   * Creates a worker.
   *
   * @param queue where work comes from
   * @param evaluator does the work
   * @param tracing receives a span for each evaluation
   * @param idleExit how long to stay without work
   * @param largestBatch most evaluations to lease at once, 1 to 64
   */
  public WorkerLoop(
      EvaluationQueue queue,
      Evaluator evaluator,
      Tracing tracing,
      Duration idleExit,
      int largestBatch) {
    this.queue = queue;
    this.evaluator = evaluator;
    this.tracing = tracing;
    this.idleExit = idleExit;
    this.batch = new BatchSize(largestBatch);
  }

  /**
   * Works until there has been no work for as long as was said, or until the end is asked for.
   *
   * @throws CladeException when the queue is away for longer than it waits by itself
   */
  public void run() {
    try {
      workWhileThereIsSome();
    } catch (CladeException e) {
      if (!ending) {
        throw e;
      }
    } finally {
      ended.countDown();
    }
  }

  /**
   * Gives back what is leased and not reported, and ends {@link #run} as soon as what it is at
   * notices; it is waited for a little, since it gives back what arrives just now. May be called on
   * any other thread.
   */
  public void end() {
    ending = true;
    LeaseKeeper keeper = current;
    if (keeper != null) {
      keeper.giveBack();
    }
    try {
      boolean unused = ended.await(LAST_ARRIVAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void workWhileThereIsSome() {
    long idleSince = System.nanoTime();
    while (!ending) {
      Duration idleLeft = idleExit.minusNanos(System.nanoTime() - idleSince);
      if (idleLeft.isNegative() || idleLeft.isZero()) {
        LOG.info("no work left", "idleSeconds", idleExit.toSeconds());
        return;
      }
      Duration wait = idleLeft.compareTo(LONGEST_POLL) < 0 ? idleLeft : LONGEST_POLL;
      List<Lease> leases = queue.lease(batch.next(), wait);
      if (!leases.isEmpty()) {
        work(leases);
        idleSince = System.nanoTime();
      }
    }
  }

  private void work(List<Lease> leases) {
    try (LeaseKeeper keeper = new LeaseKeeper(queue, leases)) {
      current = keeper;
      for (Lease lease : leases) {
        if (ending) {
          return;
        }
        if (!keeper.gone(lease)) {
          work(lease, keeper);
        }
      }
    }
  }

  private void work(Lease lease, LeaseKeeper keeper) {
    Span span = tracing.startEvaluation(lease.traceparent());
    span.setAttribute("clade.valuation", lease.valuation());
    span.setAttribute("clade.coalition", coalition(lease));
    span.setAttribute("clade.replicate", lease.work().replicate());
    try (Scope scope = span.makeCurrent()) {
      evaluateAndReport(lease, keeper);
    } catch (TrainingCancelledException e) {
      abandon(lease, span);
    } catch (CladeException e) {
      if (e.reason() != Reason.LEASE_LOST) {
        throw e;
      }
      abandon(lease, span);
    } finally {
      keeper.done(lease);
      span.end();
    }
  }

  private static void abandon(Lease lease, Span span) {
    span.setStatus(StatusCode.ERROR, "the lease was lost or given back");
    LOG.info("evaluation abandoned: its lease was lost or given back", "lease", lease.id());
  }

  private void evaluateAndReport(Lease lease, LeaseKeeper keeper) {
    EvaluationReport report;
    try {
      report = evaluator.evaluate(lease, () -> keeper.gone(lease), keeper::allGone);
      batch.add(report.duration());
    } catch (RuntimeException | OutOfMemoryError e) {
      fail(lease, reason(e), e);
      return;
    }
    report
        .utilities()
        .forEach((name, value) -> Span.current().setAttribute("clade.utility." + name, value));
    boolean counted = queue.report(lease.id(), report);
    LOG.info(
        "evaluation reported",
        "valuation",
        lease.valuation(),
        "coalition",
        coalition(lease),
        "replicate",
        lease.work().replicate(),
        "seconds",
        report.duration().toMillis() / 1000.0,
        "counted",
        counted);
  }

  private void fail(Lease lease, String reason, Throwable cause) {
    Span.current().setStatus(StatusCode.ERROR, reason);
    Span.current().recordException(cause);
    LOG.warning("evaluation failed", cause, "lease", lease.id(), "reason", reason);
    queue.reportFailure(lease.id(), reason);
  }

  /** Returns what to report of a failed evaluation; what is not the evaluation's fault goes on. */
  private static String reason(Throwable failure) {
    return switch (failure) {
      case TrainingCancelledException e -> throw e;
      case CladeException e when !REFUSALS.contains(e.reason()) -> throw e;
      case CladeException e -> e.getMessage();
      case DivergedException e -> e.getMessage();
      case IllegalArgumentException e -> e.getMessage();
      case OutOfMemoryError e -> "the worker has too little memory for this training";
      default -> "the worker failed unexpectedly; its log says more";
    };
  }

  /** Returns the coalition as hexadecimal digits, lowest contributors first. */
  private static String coalition(Lease lease) {
    return HexFormat.of().formatHex(lease.work().coalition().toByteArray());
  }
}
