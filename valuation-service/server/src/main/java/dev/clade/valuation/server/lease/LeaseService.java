package dev.clade.valuation.server.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.EvaluationTask;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.run.EndingRule;
import dev.clade.valuation.server.run.ProgressSignal;
import dev.clade.valuation.server.run.Signal;
import dev.clade.valuation.server.run.WorkSignal;
import dev.clade.valuation.server.store.LeaseStore;
import dev.clade.valuation.server.store.ReportStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives out evaluations and takes reports. */
@ApplicationScoped
public class LeaseService {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final LeaseStore leases;
  private final ReportStore reports;
  private final EndingRule ending;
  private final WorkSignal work;
  private final ProgressSignal progress;
  private final ValuationConfig config;

  @Inject
  LeaseService(
      LeaseStore leases,
      ReportStore reports,
      EndingRule ending,
      WorkSignal work,
      ProgressSignal progress,
      ValuationConfig config) {
    this.leases = leases;
    this.reports = reports;
    this.ending = ending;
    this.work = work;
    this.progress = progress;
    this.config = config;
  }

  /** Returns how long a lease holds unless renewed. */
  public Duration leaseDuration() {
    return config.leaseDuration();
  }

  /**
   * Leases the next evaluation.
   *
   * @param worker who asks
   * @param longestWait how long to wait for one, from 0 to 30 s
   * @return nothing when there is none in that time
   * @throws CladeException naming the field that breaks a rule
   */
  public Uni<Optional<EvaluationTask>> lease(String worker, Duration longestWait) {
    Fields.requireIdentifier("worker", worker);
    if (longestWait.isNegative() || longestWait.compareTo(LONGEST_WAIT) > 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "max_wait", longestWait, "must be from 0 s to 30 s");
    }
    return lease(worker, System.nanoTime() + longestWait.toNanos());
  }

  /**
   * Extends a lease; fails with {@link Reason#LEASE_LOST} when it has ended.
   *
   * @param lease as it was given
   */
  public Uni<Void> renew(String lease) {
    return leases
        .renew(Names.lease(lease), config.leaseDuration())
        .invoke(
            renewed -> {
              if (!renewed) {
                throw new CladeException(
                    Reason.LEASE_LOST,
                    "lease \"%s\" has ended; stop working on it".formatted(lease),
                    Map.of("lease", lease));
              }
            })
        .replaceWithVoid();
  }

  /**
   * Takes a report.
   *
   * @param lease as it was given, current or not
   * @return false when the report was not needed
   * @throws CladeException naming the field that breaks a rule, or saying what does not fit
   */
  public Uni<Boolean> report(String lease, Report report) {
    UUID id = Names.lease(lease);
    ReportRules.check(report);
    return reports
        .report(id, report, ending)
        .invoke(
            receipt -> {
              progress.fire();
              if (report instanceof Report.Failure) {
                work.fire();
              }
            })
        .map(ReportStore.Receipt::counted);
  }

  private Uni<Optional<EvaluationTask>> lease(String worker, long deadline) {
    Signal.Ticket ticket = work.ticket();
    return leases
        .lease(worker, config.leaseDuration())
        .flatMap(
            found -> {
              Duration left = Duration.ofNanos(deadline - System.nanoTime());
              if (found.isPresent()) {
                progress.fire();
              }
              return found.isPresent() || !left.isPositive()
                  ? Uni.createFrom().item(found)
                  : ticket.await(left).flatMap(_ -> lease(worker, deadline));
            });
  }
}
