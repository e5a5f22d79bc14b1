package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.Allowance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** What runs have been given. */
final class Accounts {
  /** Joins what is known of the leases that hold of a run {@code v}, as {@code o}. */
  static final String OPEN =
      """
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(b.leases), 0)::integer AS open_leases,
               coalesce(sum(
                   b.device_count
                   * extract(epoch FROM greatest(clock_timestamp(), b.since) - b.since)), 0)
                   ::double precision AS open_seconds
        FROM (
          SELECT l.device_count, count(*) AS leases,
                 greatest(min(l.create_time), (
                   SELECT max(before.end_time) FROM valuation.lease before
                   WHERE before.batch = l.batch)) AS since
          FROM valuation.lease l WHERE l.valuation = v.id AND l.end_time IS NULL
          GROUP BY l.batch, l.device_count) b) o
      """;

  private static final String LOCK =
      "SELECT FROM valuation.account WHERE valuation = $1 FOR UPDATE";

  private static final String CHARGE =
      """
      UPDATE valuation.account
      SET device_seconds = device_seconds + $2,
          timed_count = timed_count + CASE WHEN $3 THEN 1 ELSE 0 END,
          timed_seconds = timed_seconds + CASE WHEN $3 THEN $2 ELSE 0 END
      WHERE valuation = $1
      """;

  private static final String ALLOWANCE =
      """
      SELECT v.*, a.*, o.*
      FROM valuation.valuation v JOIN valuation.account a ON a.valuation = v.id
      """
          + OPEN
          + """
          WHERE v.id = $1 AND (v.budget_evaluations IS NOT NULL
            OR v.budget_device_hours IS NOT NULL OR v.budget_cost IS NOT NULL)
          """;

  private Accounts() {}

  /** Takes the account: until the transaction ends nobody else gives or ends leases of the run. */
  static Uni<Void> lock(SqlConnection transaction, UUID run) {
    return transaction.preparedQuery(LOCK).execute(Tuple.of(run)).replaceWithVoid();
  }

  /** Adds a charge, and takes the account as {@link #lock}. */
  static Uni<Void> charge(SqlConnection transaction, UUID run, Charge charge) {
    return transaction
        .preparedQuery(CHARGE)
        .execute(Tuple.of(run, charge.deviceSeconds(), charge.isTimed()))
        .replaceWithVoid();
  }

  /** Returns what the budget of a run allows; nothing when it has none. */
  static Uni<Optional<Allowance>> allowance(SqlConnection transaction, UUID run) {
    return transaction
        .preparedQuery(ALLOWANCE)
        .execute(Tuple.of(run))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(allowance(rows.iterator().next())));
  }

  /** Reads a row of a run with its account and {@link #OPEN}. */
  static Allowance allowance(Row row) {
    return new Allowance(
        RunRows.budget(row),
        RunRows.price(row),
        row.getInteger("leases"),
        row.getDouble("device_seconds"),
        row.getInteger("open_leases"),
        row.getDouble("open_seconds"),
        row.getInteger("timed_count"),
        row.getDouble("timed_seconds"));
  }
}
