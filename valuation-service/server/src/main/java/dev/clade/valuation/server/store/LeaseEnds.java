package dev.clade.valuation.server.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** Ends leases, in transactions that hold the row of their run. */
final class LeaseEnds {
  /** The time is the clock's, which goes on while a transaction waits for others. */
  private static final String OF_EVALUATIONS =
      """
      WITH ended AS (
        UPDATE valuation.lease
        SET end_time = greatest(create_time, clock_timestamp()), outcome = $3
        WHERE valuation = $1 AND position = ANY ($2) AND end_time IS NULL
        RETURNING batch, device_count, create_time, end_time)
      """
          + Charge.SELECT;

  private static final String OF_RUN =
      """
      WITH ended AS (
        UPDATE valuation.lease
        SET end_time = greatest(create_time, clock_timestamp()), outcome = 'ENDED'
        WHERE valuation = $1 AND end_time IS NULL
        RETURNING batch, device_count, create_time, end_time)
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

  /** Ends the lease that holds of an evaluation, if any. */
  static Uni<Charge> ofEvaluation(
      SqlConnection transaction, UUID run, int position, Outcome outcome) {
    return ofEvaluations(transaction, run, new Integer[] {position}, outcome);
  }

  /** Ends the leases that hold of evaluations that somebody else has done. */
  static Uni<Charge> ofEvaluations(SqlConnection transaction, UUID run, Integer[] positions) {
    return ofEvaluations(transaction, run, positions, Outcome.ENDED);
  }

  private static Uni<Charge> ofEvaluations(
      SqlConnection transaction, UUID run, Integer[] positions, Outcome outcome) {
    return transaction
        .preparedQuery(OF_EVALUATIONS)
        .execute(Tuple.of(run, positions, outcome.name()))
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
