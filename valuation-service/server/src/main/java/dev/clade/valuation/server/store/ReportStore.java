package dev.clade.valuation.server.store;

import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.store.LeaseEnds.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes reports: the ledger, the plan and the end of the run change in one transaction, which holds
 * the run's row. Reports of one run therefore come one after the other, and exactly one of them
 * ends it.
 */
@ApplicationScoped
public class ReportStore {
  private static final String SUBJECT =
      """
      SELECT e.valuation, e.position, e.coalition, e.replicate, e.state, e.lease, e.lease_end,
             l.worker, v.state AS run_state, v.reference_hash, v.utility
      FROM valuation.lease l
      JOIN valuation.valuation v ON v.id = l.valuation
      JOIN valuation.evaluation e ON e.valuation = l.valuation AND e.position = l.position
      WHERE l.id = $1
      FOR UPDATE OF v
      """;

  private static final String FAILED =
      """
      UPDATE valuation.evaluation
      SET failures = failures + 1, last_failure = $4, lease = NULL, lease_end = NULL,
          state = CASE WHEN failures + 1 >= $3 THEN 'FAILED' ELSE 'QUEUED' END
      WHERE valuation = $1 AND position = $2
      """;

  private static final String RETURNED =
      """
      UPDATE valuation.evaluation SET state = 'QUEUED', lease = NULL, lease_end = NULL
      WHERE valuation = $1 AND position = $2
      """;

  private final Pool pool;
  private final RunCloser closer;
  private final ValuationConfig config;

  @Inject
  ReportStore(Pool pool, RunCloser closer, ValuationConfig config) {
    this.pool = pool;
    this.closer = closer;
    this.config = config;
  }

  /**
   * Takes a report under a lease, current or not.
   *
   * @param ending decides how the run ends when this report is its last
   * @return what became of it
   * @throws CladeException {@link Reason#LEASE_LOST} when there never was such a lease, {@link
   *     Reason#EVALUATION_MISMATCH} when the report does not fit the run
   */
  public Uni<Receipt> report(UUID lease, Report report, RunEnding ending) {
    // The first statement waits for the run's row; the second sees what the one before us did.
    return pool.withTransaction(
        transaction ->
            subject(transaction, lease)
                .flatMap(_ -> subject(transaction, lease))
                .flatMap(subject -> take(transaction, lease, subject, report, ending)));
  }

  private static Uni<Row> subject(SqlConnection transaction, UUID lease) {
    return transaction
        .preparedQuery(SUBJECT)
        .execute(Tuple.of(lease))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new CladeException(
                    Reason.LEASE_LOST,
                    "there never was a lease \"%s\"".formatted(lease),
                    Map.of("lease", lease.toString()));
              }
              return rows.iterator().next();
            });
  }

  private Uni<Receipt> take(
      SqlConnection transaction, UUID lease, Row subject, Report report, RunEnding ending) {
    UUID run = subject.getUUID("valuation");
    String state = subject.getString("state");
    if (!subject.getString("run_state").equals("ACTIVE") || state.equals("DONE")) {
      return Uni.createFrom().item(new Receipt(run, false));
    }
    boolean holds = lease.equals(subject.getUUID("lease"));
    return switch (report) {
      case Report.Result result ->
          Uni.createFrom()
              .item(() -> fitting(subject, result))
              .flatMap(fitting -> count(transaction, subject, fitting))
              // Somebody else may hold a lease of what this one, who was lost, has done.
              .flatMap(_ -> end(transaction, subject, holds ? Outcome.REPORTED : Outcome.ENDED))
              .flatMap(charge -> closer.settle(transaction, run, charge, "", ending))
              .replaceWith(new Receipt(run, true));
      case Report.Failure _ when !holds -> Uni.createFrom().item(new Receipt(run, false));
      case Report.Failure failure ->
          transaction
              .preparedQuery(FAILED)
              .execute(
                  Tuple.of(
                      run,
                      subject.getInteger("position"),
                      config.mostFailures(),
                      failure.message()))
              .flatMap(_ -> end(transaction, subject, Outcome.FAILED))
              .flatMap(charge -> closer.settle(transaction, run, charge, failure.message(), ending))
              .replaceWith(new Receipt(run, true));
      case Report.Release _ when !holds -> Uni.createFrom().item(new Receipt(run, false));
      case Report.Release _ ->
          transaction
              .preparedQuery(RETURNED)
              .execute(Tuple.of(run, subject.getInteger("position")))
              .flatMap(_ -> end(transaction, subject, Outcome.RELEASED))
              .flatMap(charge -> closer.settle(transaction, run, charge, "", ending))
              .replaceWith(new Receipt(run, true));
    };
  }

  private static Uni<Charge> end(SqlConnection transaction, Row subject, Outcome outcome) {
    return LeaseEnds.ofEvaluation(
        transaction,
        subject.getUUID("valuation"),
        subject.getInteger("position"),
        outcome,
        Optional.ofNullable(subject.getOffsetDateTime("lease_end")));
  }

  private static Report.Result fitting(Row subject, Report.Result result) {
    String utility = subject.getString("utility");
    if (!result.utilities().containsKey(utility)) {
      throw CladeException.invalidField(
          Reason.EVALUATION_MISMATCH,
          "result.utilities",
          String.join(", ", result.utilities().keySet()),
          "must hold the run's utility \"%s\"".formatted(utility));
    }
    String known = subject.getString("reference_hash");
    if (known != null && !known.equals(result.referenceHash())) {
      throw CladeException.invalidField(
          Reason.EVALUATION_MISMATCH,
          "result.reference_hash",
          result.referenceHash(),
          "must be that of the run's first report, \"%s\"".formatted(known));
    }
    return result;
  }

  private static Uni<Void> count(SqlConnection transaction, Row subject, Report.Result result) {
    return LedgerStore.add(
        transaction,
        subject.getUUID("valuation"),
        Optional.ofNullable(subject.getString("reference_hash")),
        ImmutableSortedMap.of(
            subject.getInteger("position"),
            new DoneEvaluation(
                ByteString.copyFrom(subject.getBuffer("coalition").getBytes()),
                subject.getInteger("replicate"),
                result)),
        subject.getString("worker"));
  }

  /**
   * What became of a report.
   *
   * @param run the run it was for
   * @param counted false when it was not needed
   */
  public record Receipt(UUID run, boolean counted) {}
}
