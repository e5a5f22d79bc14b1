package dev.clade.valuation.server.store;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Adds evaluations that were done elsewhere: as of a report, the ledger, the plan and the end of
 * the run change in one transaction, which holds the run's row.
 */
@ApplicationScoped
public class ImportStore {
  /** Who did what was imported. */
  static final String WORKER = "import";

  private static final String HOLD =
      "SELECT reference_hash FROM valuation.valuation WHERE id = $1 FOR UPDATE";

  /** What the plan and the ledger have of each evaluation, in their order. */
  private static final String SUBJECTS =
      """
      SELECT e.position, l.*
      FROM unnest($2::bytea[], $3::integer[]) WITH ORDINALITY AS i (coalition, replicate, place)
      LEFT JOIN valuation.evaluation e
        ON e.valuation = $1 AND e.coalition = i.coalition AND e.replicate = i.replicate
      LEFT JOIN valuation.ledger l
        ON l.valuation = $1 AND l.coalition = i.coalition AND l.replicate = i.replicate
      ORDER BY i.place
      """;

  private final Pool pool;
  private final RunCloser closer;

  @Inject
  ImportStore(Pool pool, RunCloser closer) {
    this.pool = pool;
    this.closer = closer;
  }

  /**
   * Adds those evaluations that the ledger does not have, all or none.
   *
   * @param contributors ids that the coalitions' bits stand for
   * @param evaluations at least one; of different coalitions or replicates
   * @param ending decides how the run ends when nothing is left to do
   * @return how many were added
   * @throws CladeException {@link Reason#VALUATION_NOT_FOUND}, {@link Reason#VALUATION_OVER} or
   *     {@link Reason#EVALUATION_MISMATCH}, naming the first that does not fit
   */
  public Uni<Integer> add(
      UUID run, List<String> contributors, List<DoneEvaluation> evaluations, RunEnding ending) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(run))
                .map(rows -> held(run, rows))
                .flatMap(
                    reference ->
                        RunStore.find(transaction, run)
                            .map(Optional::orElseThrow)
                            .flatMap(
                                found ->
                                    add(
                                        transaction,
                                        new ImportRules(found, contributors, reference),
                                        evaluations,
                                        ending))));
  }

  private static Optional<String> held(UUID run, Iterable<Row> rows) {
    for (Row row : rows) {
      return Optional.ofNullable(row.getString(0));
    }
    throw CladeException.notFound(Reason.VALUATION_NOT_FOUND, Names.ofRun(run));
  }

  private Uni<Integer> add(
      SqlConnection transaction,
      ImportRules rules,
      List<DoneEvaluation> evaluations,
      RunEnding ending) {
    Run run = rules.run();
    return transaction
        .preparedQuery(SUBJECTS)
        .execute(
            Tuple.of(
                run.id(),
                evaluations.stream()
                    .map(each -> Buffer.buffer(each.coalition().toByteArray()))
                    .toArray(Buffer[]::new),
                evaluations.stream().map(DoneEvaluation::replicate).toArray(Integer[]::new)))
        .flatMap(
            subjects -> {
              SortedMap<Integer, DoneEvaluation> fresh = new TreeMap<>();
              int place = 0;
              for (Row subject : subjects) {
                DoneEvaluation evaluation = evaluations.get(place);
                if (rules.isNew(place++, evaluation, subject)) {
                  fresh.put(subject.getInteger("position"), evaluation);
                }
              }
              return fresh.isEmpty()
                  ? Uni.createFrom().item(0)
                  : count(transaction, rules, fresh)
                      .flatMap(charge -> closer.settle(transaction, run.id(), charge, "", ending))
                      .replaceWith(fresh.size());
            });
  }

  private static Uni<Charge> count(
      SqlConnection transaction, ImportRules rules, SortedMap<Integer, DoneEvaluation> fresh) {
    UUID run = rules.run().id();
    Integer[] positions = fresh.keySet().toArray(Integer[]::new);
    return LedgerStore.add(transaction, run, rules.known(), fresh, WORKER)
        .flatMap(_ -> LeaseEnds.ofEvaluations(transaction, run, positions));
  }
}
