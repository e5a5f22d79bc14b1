package dev.clade.valuation.worker.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.diffusion.DivergedException;
import dev.clade.valuation.worker.diffusion.TrainingCancelledException;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import dev.clade.valuation.worker.telemetry.EventLog;
import dev.clade.valuation.worker.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Leases, evaluates and reports until there is nothing left to do. */
public final class WorkerLoop {
  private static final EventLog LOG = EventLog.of(WorkerLoop.class);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

  private final EvaluationQueue queue;
  private final CoalitionEvaluator evaluator;
  private final PreparedImageSets imageSets;
  private final Tracing tracing;
  private final Duration idleExit;

  /**
   * Creates a worker.
   *
   * @param queue where work comes from
   * @param evaluator does the work
   * @param tracing receives a span for each evaluation
   * @param idleExit how long to stay without work
   */
  public WorkerLoop(
      EvaluationQueue queue, CoalitionEvaluator evaluator, Tracing tracing, Duration idleExit) {
    this.queue = queue;
    this.evaluator = evaluator;
    this.imageSets = new PreparedImageSets(queue, new ReferenceTrainer());
    this.tracing = tracing;
    this.idleExit = idleExit;
  }

  /**
   * Works until there has been no work for as long as was said.
   *
   * @throws CladeException when the queue is away for longer than it waits by itself
   */
  public void run() {
    long idleSince = System.nanoTime();
    while (true) {
      Duration idleLeft = idleExit.minusNanos(System.nanoTime() - idleSince);
      if (idleLeft.isNegative() || idleLeft.isZero()) {
        LOG.info("no work left", "idleSeconds", idleExit.toSeconds());
        return;
      }
      Duration wait = idleLeft.compareTo(LONGEST_POLL) < 0 ? idleLeft : LONGEST_POLL;
      Optional<Lease> lease = queue.lease(wait);
      if (lease.isPresent()) {
        work(lease.get());
        idleSince = System.nanoTime();
      }
    }
  }

  private void work(Lease lease) {
    Span span = tracing.startEvaluation(lease.traceparent());
    span.setAttribute("clade.valuation", lease.valuation());
    span.setAttribute("clade.coalition", coalition(lease));
    span.setAttribute("clade.replicate", lease.request().replicate());
    try (Scope scope = span.makeCurrent();
        LeaseKeeper keeper = new LeaseKeeper(queue, lease)) {
      evaluateAndReport(lease, keeper);
    } catch (TrainingCancelledException e) {
      abandon(lease, span);
    } catch (CladeException e) {
      if (e.reason() != Reason.LEASE_LOST) {
        throw e;
      }
      abandon(lease, span);
    } finally {
      span.end();
    }
  }

  private static void abandon(Lease lease, Span span) {
    span.setStatus(StatusCode.ERROR, "the lease was lost");
    LOG.info("evaluation abandoned: its lease was lost", "lease", lease.id());
  }

  private void evaluateAndReport(Lease lease, LeaseKeeper keeper) {
    EvaluationReport report;
    try {
      report = evaluate(lease, keeper);
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
        lease.request().replicate(),
        "seconds",
        report.duration().toMillis() / 1000.0,
        "counted",
        counted);
  }

  private EvaluationReport evaluate(Lease lease, LeaseKeeper keeper) {
    long start = System.nanoTime();
    PreparedImageSets.Prepared prepared = imageSets.get(lease.imageSet());
    Map<String, Double> utilities =
        evaluator.evaluate(prepared.images(), prepared.reference(), lease.request(), keeper::lost);
    return new EvaluationReport(
        utilities, prepared.reference().hash(), Duration.ofNanos(System.nanoTime() - start));
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
      case CladeException e when e.reason() != Reason.IMAGE_SET_NOT_FOUND -> throw e;
      case CladeException e -> e.getMessage();
      case DivergedException e -> e.getMessage();
      case IllegalArgumentException e -> e.getMessage();
      case OutOfMemoryError e -> "the worker has too little memory for this training";
      default -> "the worker failed unexpectedly; its log says more";
    };
  }

  /** Returns the coalition as hexadecimal digits, lowest contributors first. */
  private static String coalition(Lease lease) {
    return HexFormat.of().formatHex(lease.request().coalition().toByteArray());
  }
}
