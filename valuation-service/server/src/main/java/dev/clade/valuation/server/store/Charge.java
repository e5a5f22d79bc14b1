package dev.clade.valuation.server.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * What leases that ended add to the account of their run.
 *
 * @param deviceSeconds time of workers' devices
 * @param isTimed whether that is how long an evaluation took, from its beginning to its report
 */
record Charge(double deviceSeconds, boolean isTimed) {
  /** Nothing has ended. */
  static final Charge NONE = new Charge(0, false);

  /**
   * Ends a statement whose CTE {@code ended} has changed rows of {@code lease}, and returns their
   * device time. Leases of one batch are worked on one after the other, so the worker's devices
   * held the batch only from where the time charged before ends.
   */
  static final String SELECT =
      """
      SELECT coalesce(
          sum(b.device_count * extract(epoch FROM greatest(b.last, b.since) - b.since)), 0)
          ::double precision AS device_seconds
      FROM (
        SELECT ended.device_count, max(ended.end_time) AS last,
               greatest(min(ended.create_time), (
                 SELECT max(before.end_time) FROM valuation.lease before
                 WHERE before.batch = ended.batch)) AS since
        FROM ended GROUP BY ended.batch, ended.device_count) b
      """;

  static Charge of(RowSet<Row> rows, boolean timed) {
    return new Charge(rows.iterator().next().getDouble("device_seconds"), timed);
  }
}
