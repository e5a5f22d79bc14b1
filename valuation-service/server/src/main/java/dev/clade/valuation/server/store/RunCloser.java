package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.Ending;
import dev.clade.valuation.server.domain.RunEnding;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Ends runs: values and final state are stored in the transaction that leaves nothing to do. */
@ApplicationScoped
public class RunCloser {
  /**
   * Tells whether a run has nothing left to evaluate, or has lost a coalition for good that its
   * estimator needs: any for the exact one, the empty or the grand one (the first two of the plan)
   * for all.
   */
  private static final String IS_COMPLETE =
      """
      SELECT NOT EXISTS (
               SELECT FROM valuation.evaluation
               WHERE valuation = v.id AND state IN ('QUEUED', 'LEASED'))
          OR EXISTS (
               SELECT FROM valuation.evaluation WHERE valuation = v.id
               GROUP BY coalition
               HAVING bool_and(state = 'FAILED')
                  AND (v.estimator = 'EXACT' OR min(position) < 2))
      FROM valuation.valuation v WHERE v.id = $1
      """;

  private static final String CLOSE =
      """
      UPDATE valuation.valuation SET state = $2, failure = $3, end_reason = $4, end_time = now() WHERE id = $1
      """;

  private static final String DROP =
      """
      UPDATE valuation.evaluation SET state = 'DROPPED', lease = NULL, lease_end = NULL
      WHERE valuation = $1 AND state IN ('QUEUED', 'LEASED')
      """;

  private static final String LOCK =
      "SELECT FROM valuation.valuation WHERE id = $1 AND state = 'ACTIVE' FOR UPDATE";

  private final Pool pool;

  @Inject
  RunCloser(Pool pool) {
    this.pool = pool;
  }

  /** Ends a run if it is complete and has not ended, in a transaction of its own. */
  public Uni<Void> closeIfComplete(UUID run, String lastFailure, RunEnding ending) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(run))
                .flatMap(
                    active ->
                        active.size() == 0
                            ? Uni.createFrom().voidItem()
                            : closeIfComplete(transaction, run, lastFailure, ending)));
  }

  /** Ends a run if it is complete, in a transaction that holds its row. */
  Uni<Void> closeIfComplete(
      SqlConnection transaction, UUID run, String lastFailure, RunEnding ending) {
    return transaction
        .preparedQuery(IS_COMPLETE)
        .execute(Tuple.of(run))
        .flatMap(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? decide(transaction, run, lastFailure, ending)
                        .flatMap(end -> close(transaction, run, end))
                    : Uni.createFrom().voidItem());
  }

  private static Uni<Ending> decide(
      SqlConnection transaction, UUID id, String lastFailure, RunEnding ending) {
    return RunStore.find(transaction, id)
        .map(Optional::orElseThrow)
        .flatMap(
            run ->
                LedgerStore.table(transaction, run)
                    // Solving may take a second; the event loop has other things to do.
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(table -> ending.decide(run, table, lastFailure)));
  }

  private static Uni<Void> close(SqlConnection transaction, UUID run, Ending ending) {
    return ending
        .solution()
        .map(solution -> SolutionRows.insert(transaction, run, solution, ending.positionCount()))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .flatMap(
            _ ->
                transaction
                    .preparedQuery(CLOSE)
                    .execute(
                        Tuple.of(run, ending.state().name(), ending.failure(), ending.reason())))
        .flatMap(_ -> transaction.preparedQuery(DROP).execute(Tuple.of(run)))
        .replaceWithVoid();
  }
}
