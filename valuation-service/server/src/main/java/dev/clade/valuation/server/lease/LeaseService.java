package dev.clade.valuation.server.lease;

import dev.clade.runtime.drain.Drain;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.signal.Signal;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.EvaluationTask;
import dev.clade.valuation.server.domain.LeaseRequest;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.run.EndingRule;
import dev.clade.valuation.server.run.ProgressSignal;
import dev.clade.valuation.server.run.WorkSignal;
import dev.clade.valuation.server.store.LeaseStore;
import dev.clade.valuation.server.store.ReportStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Gives out evaluations and takes reports. */
@ApplicationScoped
public class LeaseService {
  private final LeaseStore leases;
  private final ReportStore reports;
  private final EndingRule ending;
  private final WorkSignal work;
  private final ProgressSignal progress;
  private final ValuationConfig config;
  private final Drain drain;
  private final LeaseMeters meters;

  @Inject
  LeaseService(
      LeaseStore leases,
      ReportStore reports,
      EndingRule ending,
      WorkSignal work,
      ProgressSignal progress,
      ValuationConfig config,
      Drain drain,
      LeaseMeters meters) {
    this.meters = meters;
    this.leases = leases;
    this.reports = reports;
    this.ending = ending;
    this.work = work;
    this.progress = progress;
    this.config = config;
    this.drain = drain;
  }

  /** Returns how long a lease holds unless renewed. */
  public Duration leaseDuration() {
    return config.leaseDuration();
  }

  /**
   * Leases the next evaluations.
   *
   * @return none when there is none in the time that the worker waits
   * @throws CladeException naming the field that breaks a rule
   */
  public Uni<List<EvaluationTask>> lease(LeaseWish wish) {
    LeaseRequest request = LeaseRules.complete(wish);
    return lease(request, System.nanoTime() + wish.longestWait().toNanos(), wish.hasHungUp())
        .flatMap(found -> wish.hasHungUp().getAsBoolean() ? giveBack(found) : given(found));
  }

  /**
   * Extends leases; fails with {@link Reason#LEASE_LOST} when the first has ended.
   *
   * @param lease as it was given
   * @param additional further ones
   * @return those of the further ones that have ended
   */
  public Uni<List<String>> renew(String lease, List<String> additional) {
    List<UUID> ids = LeaseRules.leases(lease, additional);
    return leases
        .renew(ids, config.leaseDuration())
        .map(
            held -> {
              if (!held.contains(ids.getFirst())) {
                throw new CladeException(
                    Reason.LEASE_LOST,
                    "lease \"%s\" has ended; stop working on it".formatted(lease),
                    Map.of("lease", lease));
              }
              return additional.stream()
                  .filter(each -> !held.contains(UUID.fromString(each)))
                  .toList();
            });
  }

  /**
   * Takes a report.
   *
   * @param lease as it was given, current or not
   * @return false when the report was not needed
   * @throws CladeException naming the field that breaks a rule, or saying what does not fit
   */
  public Uni<Boolean> report(String lease, Report report) {
    UUID id = Names.lease("lease", lease);
    ReportRules.check(report);
    return reports
        .report(id, report, ending)
        .invoke(
            receipt -> {
              meters.reported(report, receipt.counted());
              progress.fire();
              if (!(report instanceof Report.Result)) {
                work.fire();
              }
            })
        .map(ReportStore.Receipt::counted);
  }

  /** A worker that has gone while it waited must not take evaluations along. */
  private Uni<List<EvaluationTask>> giveBack(List<EvaluationTask> tasks) {
    return Multi.createFrom()
        .iterable(tasks)
        .onItem()
        .transformToUniAndConcatenate(task -> report(task.lease().toString(), new Report.Release()))
        .collect()
        .last()
        .replaceWith(List.of());
  }

  private static Uni<List<EvaluationTask>> given(List<EvaluationTask> tasks) {
    return Uni.createFrom().item(tasks);
  }

  private Uni<List<EvaluationTask>> lease(
      LeaseRequest request, long deadline, BooleanSupplier hasHungUp) {
    Signal.Ticket ticket = work.ticket();
    return leases
        .lease(request, config.leaseDuration())
        .flatMap(
            found -> {
              Duration left = Duration.ofNanos(deadline - System.nanoTime());
              if (!found.isEmpty()) {
                progress.fire();
              }
              return !found.isEmpty() || !left.isPositive() || hasHungUp.getAsBoolean()
                  ? given(found)
                  : drain
                      .unlessBegun(ticket.await(left))
                      .flatMap(_ -> askAgain(request, deadline, hasHungUp));
            });
  }

  private Uni<List<EvaluationTask>> askAgain(
      LeaseRequest request, long deadline, BooleanSupplier hasHungUp) {
    return hasHungUp.getAsBoolean() ? given(List.of()) : lease(request, deadline, hasHungUp);
  }
}
