package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.Payout;
import dev.clade.valuation.server.domain.PayoutBasis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Payouts: rows are added and never changed. */
@ApplicationScoped
public class PayoutStore {
  private static final String INSERT =
      """
      INSERT INTO valuation.payout (id, valuation, request_id, request_hash, document, create_time)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (request_id) DO NOTHING
      """;

  private static final String SELECT = "SELECT * FROM valuation.payout ";

  private static final String HOLD = "SELECT FROM valuation.valuation WHERE id = $1 FOR SHARE";

  private final Pool pool;

  @Inject
  PayoutStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns what a payout of a run is computed from; nothing when there is no such run. */
  public Uni<Optional<PayoutBasis>> basis(UUID run) {
    // Who adds to the ledger holds the run's row, too: no row comes with an earlier time later.
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(run))
                .flatMap(
                    held ->
                        held.size() == 0
                            ? Uni.createFrom().item(Optional.empty())
                            : basis(transaction, run).map(Optional::of)));
  }

  /**
   * Stores a payout and returns it; or returns the one that the same request id made before,
   * whatever was asked for.
   */
  public Uni<Payout> create(Payout payout) {
    return pool.preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(payout.id())
                .addUUID(payout.run())
                .addUUID(payout.requestId())
                .addString(payout.requestHash())
                .addString(payout.document())
                .addOffsetDateTime(payout.createTime().atOffset(ZoneOffset.UTC)))
        .flatMap(_ -> ofRequest(payout.requestId()))
        .map(Optional::orElseThrow);
  }

  /** Returns the payout that a request made. */
  public Uni<Optional<Payout>> ofRequest(UUID requestId) {
    return list("WHERE request_id = $1", Tuple.of(requestId))
        .map(found -> found.stream().findFirst());
  }

  /** Returns a payout. */
  public Uni<Optional<Payout>> find(UUID id) {
    return list("WHERE id = $1", Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  /** Returns the payouts of a run before a position, the newest first. */
  public Uni<List<Payout>> newest(UUID run, int limit, long before) {
    return list(
        "WHERE valuation = $1 AND position < $3 ORDER BY position DESC LIMIT $2",
        Tuple.of(run, limit, before));
  }

  private static Uni<PayoutBasis> basis(SqlConnection transaction, UUID id) {
    return transaction
        .query("SELECT clock_timestamp()")
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
        .flatMap(time -> basis(transaction, id, time));
  }

  private static Uni<PayoutBasis> basis(SqlConnection transaction, UUID id, Instant time) {
    return RunStore.find(transaction, id)
        .map(Optional::orElseThrow)
        .flatMap(
            run -> LedgerStore.rows(transaction, id).map(rows -> new PayoutBasis(run, rows, time)));
  }

  private Uni<List<Payout>> list(String condition, Tuple parameters) {
    return pool.preparedQuery(SELECT + condition)
        .execute(parameters)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(PayoutStore::payout).toList());
  }

  private static Payout payout(Row row) {
    return new Payout(
        row.getUUID("id"),
        row.getUUID("valuation"),
        row.getUUID("request_id"),
        row.getString("request_hash"),
        row.getString("document"),
        row.getLong("position"),
        row.getOffsetDateTime("create_time").toInstant());
  }
}
