package dev.clade.valuation.server.store;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.server.domain.Allowance;
import dev.clade.valuation.server.domain.Ending;
import dev.clade.valuation.server.domain.Looks;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.domain.RunState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Ends runs: values and final state are stored in the transaction that leaves nothing to do. */
@ApplicationScoped
public class RunCloser {
  /**
   * Tells whether the next planned look can be taken, and whether a run has nothing left to
   * evaluate, or has lost a coalition for good that its estimator needs: any for the exact one, the
   * empty or the grand one (the first two of the plan) for all.
   */
  private static final String STANDING =
      """
      SELECT v.next_look,
        v.next_look IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM valuation.evaluation e
            WHERE e.valuation = v.id AND e.state = 'QUEUED' AND e.position < v.next_look)
          AND NOT EXISTS (
            SELECT FROM valuation.lease l
            WHERE l.valuation = v.id AND l.end_time IS NULL AND l.position < v.next_look)
          AS is_look,
        (NOT EXISTS (
            SELECT FROM valuation.evaluation e WHERE e.valuation = v.id AND e.state = 'QUEUED')
          AND NOT EXISTS (
            SELECT FROM valuation.lease l WHERE l.valuation = v.id AND l.end_time IS NULL))
        OR EXISTS (
            SELECT FROM valuation.evaluation f
            WHERE f.valuation = v.id AND f.state = 'FAILED'
              AND NOT EXISTS (
                SELECT FROM valuation.evaluation other
                WHERE other.valuation = v.id AND other.coalition = f.coalition
                  AND other.state <> 'FAILED')
              AND (v.estimator = 'EXACT' OR EXISTS (
                SELECT FROM valuation.evaluation other
                WHERE other.valuation = v.id AND other.coalition = f.coalition
                  AND other.position < 2)))
          AS is_complete
      FROM valuation.valuation v WHERE v.id = $1
      """;

  private static final String NEXT_LOOK =
      "UPDATE valuation.valuation SET next_look = $2 WHERE id = $1";

  private static final String CLOSE =
      """
      UPDATE valuation.valuation
      SET state = $2, failure = $3, end_reason = $4, end_time = now() WHERE id = $1
      """;

  private static final String LEAVE =
      """
      UPDATE valuation.evaluation SET state = $2, lease = NULL, lease_end = NULL
      WHERE valuation = $1 AND state IN ('QUEUED', 'LEASED') AND state <> $2
      """;

  /**
   * Ends a run if it is complete or as precise as wanted, in a transaction that holds its row.
   *
   * @return whether it has ended
   */
  Uni<Boolean> closeIfComplete(
      SqlConnection transaction, UUID run, String lastFailure, RunEnding ending) {
    return transaction
        .preparedQuery(STANDING)
        .execute(Tuple.of(run))
        .map(rows -> rows.iterator().next())
        .flatMap(
            standing -> {
              if (standing.getBoolean("is_look")) {
                return look(transaction, run, standing.getInteger("next_look"), ending)
                    .flatMap(
                        ended ->
                            ended
                                ? Uni.createFrom().item(true)
                                : closeIfComplete(transaction, run, lastFailure, ending));
              }
              return standing.getBoolean("is_complete")
                  ? known(transaction, run)
                      .flatMap(
                          known ->
                              solve(
                                  transaction,
                                  known,
                                  known.progress().total(),
                                  table -> ending.decide(known, table, lastFailure)))
                      .flatMap(end -> close(transaction, run, end))
                      .replaceWith(true)
                  : Uni.createFrom().item(false);
            });
  }

  /**
   * Charges a run for leases that ended, and ends it if it is complete, as precise as wanted, or
   * may begin nothing more and has nothing under way. Solving comes before the account is locked,
   * so that nobody waits for his turn meanwhile.
   */
  Uni<Void> settle(
      SqlConnection transaction, UUID run, Charge charge, String lastFailure, RunEnding ending) {
    return closeIfComplete(transaction, run, lastFailure, ending)
        .call(() -> Accounts.charge(transaction, run, charge))
        .flatMap(
            ended ->
                ended ? Uni.createFrom().voidItem() : closeIfExhausted(transaction, run, ending));
  }

  /** Stops a run where it is, in a transaction that holds its row. */
  Uni<Void> stop(
      SqlConnection transaction,
      UUID id,
      RunState state,
      Function<Run, String> reason,
      RunEnding ending) {
    return known(transaction, id)
        .flatMap(
            run ->
                solve(
                    transaction,
                    run,
                    run.progress().total(),
                    table -> ending.stop(run, table, state, reason.apply(run))))
        .flatMap(end -> close(transaction, id, end));
  }

  private Uni<Void> closeIfExhausted(SqlConnection transaction, UUID run, RunEnding ending) {
    return Accounts.allowance(transaction, run)
        .map(found -> found.filter(each -> each.openLeases() == 0 && each.most() == 0))
        .flatMap(
            spent ->
                spent
                    .map(Allowance::reason)
                    .map(reason -> stop(transaction, run, RunState.EXHAUSTED, _ -> reason, ending))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** Takes a look, and sees to the next one if the run goes on; returns whether it has ended. */
  private static Uni<Boolean> look(SqlConnection transaction, UUID id, int look, RunEnding ending) {
    return known(transaction, id)
        .flatMap(
            run ->
                solve(transaction, run, look, table -> ending.look(run, look, table))
                    .flatMap(
                        end ->
                            end.map(each -> close(transaction, id, each))
                                .orElseGet(() -> goOn(transaction, run, look))
                                .replaceWith(end.isPresent())));
  }

  private static Uni<Void> goOn(SqlConnection transaction, Run run, int look) {
    return transaction
        .preparedQuery(NEXT_LOOK)
        .execute(Tuple.of(run.id(), Looks.of(run.spec()).after(look).orElse(null)))
        .replaceWithVoid();
  }

  private static Uni<Run> known(SqlConnection transaction, UUID id) {
    return RunStore.find(transaction, id).map(Optional::orElseThrow);
  }

  private static <T> Uni<T> solve(
      SqlConnection transaction, Run run, int positions, Function<UtilityTable, T> solver) {
    return LedgerStore.table(transaction, run, positions)
        // Solving may take a second; the event loop has other things to do.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(solver);
  }

  private static Uni<Void> close(SqlConnection transaction, UUID run, Ending ending) {
    return Accounts.lock(transaction, run)
        .flatMap(_ -> LeaseEnds.ofRun(transaction, run))
        .flatMap(charge -> Accounts.charge(transaction, run, charge))
        .flatMap(
            _ ->
                ending
                    .solution()
                    .map(
                        solution ->
                            SolutionRows.insert(transaction, run, solution, ending.positionCount()))
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .flatMap(
            _ ->
                transaction
                    .preparedQuery(CLOSE)
                    .execute(
                        Tuple.of(run, ending.state().name(), ending.failure(), ending.reason())))
        .flatMap(
            _ ->
                transaction
                    .preparedQuery(LEAVE)
                    .execute(
                        Tuple.of(run, ending.state() == RunState.CANCELLED ? "QUEUED" : "DROPPED")))
        .replaceWithVoid();
  }
}
