package dev.clade.valuation.server.store;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.domain.RunState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stops runs on demand, and lets them go on. */
@ApplicationScoped
public class RunSwitch {
  private static final String ACTIVE = "ACTIVE";

  private static final String LOCK =
      "SELECT state FROM valuation.valuation WHERE id = $1 FOR UPDATE";

  private static final String FORGET_VALUES = "DELETE FROM valuation.solution WHERE valuation = $1";

  private static final String GO_ON =
      """
      UPDATE valuation.valuation
      SET state = 'ACTIVE', failure = '', end_reason = '', end_time = NULL WHERE id = $1
      """;

  private static final String SET_BUDGET =
      """
      UPDATE valuation.valuation
      SET budget_evaluations = $2, budget_device_hours = $3, budget_cost = $4 WHERE id = $1
      """;

  /** It begins beside the others, and does not make good what it was away for. */
  private static final String JOIN_AGAIN =
      "UPDATE valuation.account SET waiting = false WHERE valuation = $1";

  private static final String TRY_AGAIN =
      """
      UPDATE valuation.evaluation
      SET state = 'QUEUED', failures = 0, losses = 0, last_failure = ''
      WHERE valuation = $1 AND state IN ('FAILED', 'DROPPED')
      """;

  private final Pool pool;
  private final RunCloser closer;

  @Inject
  RunSwitch(Pool pool, RunCloser closer) {
    this.pool = pool;
    this.closer = closer;
  }

  /**
   * Ends a run with the values that are known; what was not done waits for {@link #resume}.
   *
   * @throws CladeException {@link Reason#VALUATION_NOT_FOUND}, or {@link Reason#VALUATION_OVER}
   *     when it has ended otherwise
   */
  public Uni<Void> cancel(UUID run, RunEnding ending) {
    return pool.withTransaction(
        transaction ->
            state(transaction, run)
                .flatMap(
                    state ->
                        switch (state) {
                          case ACTIVE ->
                              closer.stop(
                                  transaction,
                                  run,
                                  RunState.CANCELLED,
                                  known ->
                                      "cancelled after %,d of %,d evaluations"
                                          .formatted(
                                              known.progress().done(), known.progress().total()),
                                  ending);
                          case "CANCELLED" -> Uni.createFrom().voidItem();
                          default -> throw over(run, state, "cancelled");
                        }));
  }

  /**
   * Lets a run go on that has ended without success; one that is active stays as it is.
   *
   * @param budget in place of its own; nothing to keep that
   * @param ending decides how it ends if there is nothing that it may do
   * @throws CladeException {@link Reason#VALUATION_NOT_FOUND}, or {@link Reason#VALUATION_OVER}
   *     when it has succeeded
   */
  public Uni<Void> resume(UUID run, Optional<Budget> budget, RunEnding ending) {
    return pool.withTransaction(
        transaction ->
            state(transaction, run)
                .flatMap(
                    state ->
                        switch (state) {
                          case ACTIVE -> Uni.createFrom().voidItem();
                          case "SUCCEEDED" -> throw over(run, state, "resumed");
                          default -> goOn(transaction, run, budget, ending);
                        }));
  }

  private Uni<Void> goOn(
      SqlConnection transaction, UUID run, Optional<Budget> budget, RunEnding ending) {
    return transaction
        .preparedQuery(FORGET_VALUES)
        .execute(Tuple.of(run))
        .flatMap(_ -> transaction.preparedQuery(GO_ON).execute(Tuple.of(run)))
        .flatMap(
            _ ->
                budget
                    .map(
                        each -> {
                          Tuple tuple = Tuple.of(run);
                          RunStore.addBudget(tuple, each);
                          return transaction.preparedQuery(SET_BUDGET).execute(tuple);
                        })
                    .map(Uni::replaceWithVoid)
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .flatMap(_ -> transaction.preparedQuery(TRY_AGAIN).execute(Tuple.of(run)))
        .flatMap(_ -> transaction.preparedQuery(JOIN_AGAIN).execute(Tuple.of(run)))
        .flatMap(_ -> closer.settle(transaction, run, Charge.NONE, "", ending));
  }

  private static Uni<String> state(SqlConnection transaction, UUID run) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(run))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw CladeException.notFound(Reason.VALUATION_NOT_FOUND, Names.ofRun(run));
              }
              return rows.iterator().next().getString("state");
            });
  }

  private static CladeException over(UUID run, String state, String action) {
    String name = Names.ofRun(run);
    return new CladeException(
        Reason.VALUATION_OVER,
        "\"%s\" has ended as %s and cannot be %s".formatted(name, state, action),
        Map.of("resource", name, "state", state));
  }
}
