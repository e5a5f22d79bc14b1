package dev.clade.valuation.server.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends leases, in transactions that hold the row of their run. None has lasted longer than it was
 * given for, so that nobody pays for a clock that was put forward.
 */
final class LeaseEnds {
  /** The time is the clock's, which goes on while a transaction waits for others. */
  private static final String OF_EVALUATIONS =
      """
      WITH ended AS (
        UPDATE valuation.lease
        SET end_time = greatest(create_time, least(clock_timestamp(), $4)), outcome = $3
        WHERE valuation = $1 AND position = ANY ($2) AND end_time IS NULL
        RETURNING batch, device_count, create_time, end_time)
      """
          + Charge.SELECT;

  private static final String OF_RUN =
      """
      WITH ended AS (
        UPDATE valuation.lease l
        SET end_time = greatest(l.create_time, least(clock_timestamp(), (
              SELECT e.lease_end FROM valuation.evaluation e
              WHERE e.valuation = l.valuation AND e.position = l.position AND e.lease = l.id))),
            outcome = 'ENDED'
        WHERE l.valuation = $1 AND l.end_time IS NULL
        RETURNING l.batch, l.device_count, l.create_time, l.end_time)
      """
          + Charge.SELECT;

  /** What becomes of a lease. */
  enum Outcome {
    /** The utilities came. */
    REPORTED,
    /** A failure came. */
    FAILED,
    /** It was given back. */
    RELEASED,
    /** The service ended it. */
    ENDED
  }

  private LeaseEnds() {}

  /**
   * Ends the lease that holds of an evaluation, if any.
   *
   * @param latest until when it was given, if that is known
   */
  static Uni<Charge> ofEvaluation(
      SqlConnection transaction,
      UUID run,
      int position,
      Outcome outcome,
      Optional<OffsetDateTime> latest) {
    return ofEvaluations(transaction, run, new Integer[] {position}, outcome, latest);
  }

  /** Ends the leases that hold of evaluations that somebody else has done. */
  static Uni<Charge> ofEvaluations(SqlConnection transaction, UUID run, Integer[] positions) {
    return ofEvaluations(transaction, run, positions, Outcome.ENDED, Optional.empty());
  }

  private static Uni<Charge> ofEvaluations(
      SqlConnection transaction,
      UUID run,
      Integer[] positions,
      Outcome outcome,
      Optional<OffsetDateTime> latest) {
    return transaction
        .preparedQuery(OF_EVALUATIONS)
        .execute(Tuple.of(run, positions, outcome.name(), latest.orElse(null)))
        .map(rows -> Charge.of(rows, outcome == Outcome.REPORTED));
  }

  /** Ends all leases of a run that hold, because it ends. */
  static Uni<Charge> ofRun(SqlConnection transaction, UUID run) {
    return transaction
        .preparedQuery(OF_RUN)
        .execute(Tuple.of(run))
        .map(rows -> Charge.of(rows, false));
  }
}
