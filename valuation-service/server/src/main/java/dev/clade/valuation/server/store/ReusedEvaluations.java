package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.RunSpec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** Takes evaluations over from the ledgers of runs of the same kind and seed. */
final class ReusedEvaluations {
  /**
   * Of all rows that measure the utility, those of one reference network count: that of the run
   * that was asked for first.
   */
  private static final String TAKE_OVER =
      """
      WITH known AS (
        SELECT DISTINCT ON (l.coalition, l.replicate) l.*
        FROM valuation.ledger l
        WHERE l.valuation IN (
            SELECT id FROM valuation.valuation WHERE kind = $2 AND seed = $3 AND id <> $1)
          AND l.utility_names @> ARRAY[$4::text]
          AND l.reference_hash = (
            SELECT reference_hash FROM valuation.valuation
            WHERE kind = $2 AND seed = $3 AND id <> $1 AND reference_hash IS NOT NULL
            ORDER BY create_time, id LIMIT 1)
        ORDER BY l.coalition, l.replicate, l.create_time, l.valuation),
      done AS (
        UPDATE valuation.evaluation e SET state = 'DONE'
        FROM known k
        WHERE e.valuation = $1 AND e.coalition = k.coalition AND e.replicate = k.replicate
        RETURNING e.position, e.coalition, e.replicate),
      fixed AS (
        UPDATE valuation.valuation SET reference_hash = (SELECT min(reference_hash) FROM known)
        WHERE id = $1)
      INSERT INTO valuation.ledger (
        valuation, coalition, replicate, utility_names, utility_values, reference_hash,
        duration_seconds, worker, position, reused_from)
      SELECT $1, k.coalition, k.replicate, k.utility_names, k.utility_values, k.reference_hash,
             k.duration_seconds, k.worker, d.position, coalesce(k.reused_from, k.valuation)
      FROM known k JOIN done d ON d.coalition = k.coalition AND d.replicate = k.replicate
      """;

  private static final String NOTE =
      "UPDATE valuation.account SET reused = $2 WHERE valuation = $1";

  private ReusedEvaluations() {}

  /** Takes over what a run's plan has, in the transaction that stores the run. */
  static Uni<Void> takeOver(SqlClient transaction, UUID run, RunSpec spec) {
    return transaction
        .preparedQuery(TAKE_OVER)
        .execute(Tuple.of(run, spec.kind(), spec.seed(), spec.utility()))
        .flatMap(taken -> transaction.preparedQuery(NOTE).execute(Tuple.of(run, taken.rowCount())))
        .replaceWithVoid();
  }
}
