package dev.clade.valuation.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the history of leases claims: nothing is lost, nothing counts twice, and the accounts are
 * what the leases add up to. It holds at any moment.
 */
public final class LeaseHistory {
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(30);

  private static final String OVERLAPPING =
      """
      SELECT a.valuation, a.position, a.id, b.id
      FROM valuation.lease a JOIN valuation.lease b
        ON a.valuation = b.valuation AND a.position = b.position AND a.id < b.id
      WHERE tstzrange(a.create_time, a.end_time) && tstzrange(b.create_time, b.end_time)
      """;

  private static final String WITHOUT_ONE_REPORT =
      """
      SELECT r.valuation, r.position, r.worker
      FROM valuation.ledger r
      WHERE r.reused_from IS NULL AND r.worker <> 'import' AND NOT CASE (
          SELECT count(*) FROM valuation.lease l
          WHERE l.valuation = r.valuation AND l.position = r.position AND l.outcome = 'REPORTED')
        WHEN 1 THEN true
        WHEN 0 THEN EXISTS (
          SELECT FROM valuation.lease l
          WHERE l.valuation = r.valuation AND l.position = r.position AND l.worker = r.worker
            AND l.outcome IN ('LOST', 'ENDED', 'FAILED', 'RELEASED'))
        ELSE false END
      """;

  private static final String REPORTED_WITHOUT_ROW =
      """
      SELECT l.id FROM valuation.lease l
      WHERE l.outcome = 'REPORTED' AND NOT EXISTS (
        SELECT FROM valuation.ledger r
        WHERE r.valuation = l.valuation AND r.position = l.position AND r.worker = l.worker)
      """;

  private static final String DONE_WITHOUT_ROW =
      """
      SELECT e.valuation, e.position, e.state FROM valuation.evaluation e
      WHERE (e.state = 'DONE') <> ((
        SELECT count(*) FROM valuation.ledger r
        WHERE r.valuation = e.valuation AND r.position = e.position
          AND r.coalition = e.coalition AND r.replicate = e.replicate) = 1)
      """;

  private static final String ACCOUNTS_THAT_DIFFER =
      """
      SELECT a.valuation, a.leases, h.leases, a.device_seconds, h.seconds, a.timed_count, h.timed
      FROM valuation.account a CROSS JOIN LATERAL (
        SELECT coalesce(sum(b.leases), 0) AS leases, coalesce(sum(b.timed), 0) AS timed,
               coalesce(sum(b.device_count * extract(epoch FROM b.last - b.first)), 0)
                 ::double precision AS seconds
        FROM (
          SELECT count(*) AS leases, l.device_count, min(l.create_time) AS first,
                 count(*) FILTER (WHERE l.outcome = 'REPORTED') AS timed,
                 max(l.end_time) AS last
          FROM valuation.lease l WHERE l.valuation = a.valuation
          GROUP BY l.batch, l.device_count) b) h
      WHERE a.leases <> h.leases OR a.timed_count <> h.timed
        OR abs(a.device_seconds - h.seconds) > 1e-6
      """;

  private static final String OPEN_OF_ENDED_RUNS =
      """
      SELECT l.id, v.state FROM valuation.lease l JOIN valuation.valuation v ON v.id = l.valuation
      WHERE l.end_time IS NULL AND v.state <> 'ACTIVE'
      """;

  private static final String HELD_OTHERWISE_THAN_SAID =
      """
      SELECT e.valuation, e.position, e.state, e.lease, l.id
      FROM valuation.evaluation e FULL JOIN (
        SELECT * FROM valuation.lease WHERE end_time IS NULL) l
        ON l.valuation = e.valuation AND l.position = e.position
      WHERE (e.state = 'LEASED') <> (l.id IS NOT NULL) OR e.lease IS DISTINCT FROM l.id
      """;

  private static final String ENDED_WITHOUT_OUTCOME =
      "SELECT id FROM valuation.lease WHERE (end_time IS NULL) <> (outcome IS NULL)";

  private static final String ATTEMPTS_THAT_DIFFER =
      """
      SELECT e.valuation, e.position, e.attempts
      FROM valuation.evaluation e LEFT JOIN valuation.lease l
        ON l.valuation = e.valuation AND l.position = e.position
      GROUP BY e.valuation, e.position, e.attempts
      HAVING count(l.id) <> e.attempts OR count(DISTINCT l.attempt) <> e.attempts
        OR coalesce(max(l.attempt), 0) <> e.attempts
      """;

  private final Pool pool;

  /** Reads a database. */
  public LeaseHistory(Pool pool) {
    this.pool = pool;
  }

  /** Fails when the claim does not hold. */
  public void requireClaim() {
    requireNone("leases of one evaluation overlap", OVERLAPPING);
    requireNone("rows of the ledger without exactly one report", WITHOUT_ONE_REPORT);
    requireNone("reported leases without a row in the ledger", REPORTED_WITHOUT_ROW);
    requireNone("evaluations that are done without one row, or not with one", DONE_WITHOUT_ROW);
    requireNone("accounts that are not the sum of the leases", ACCOUNTS_THAT_DIFFER);
    requireNone("ended runs with leases that hold", OPEN_OF_ENDED_RUNS);
    requireNone("evaluations that are held otherwise than leases say", HELD_OTHERWISE_THAN_SAID);
    requireNone("leases with an end or an outcome alone", ENDED_WITHOUT_OUTCOME);
    requireNone("attempts that are not the leases", ATTEMPTS_THAT_DIFFER);
  }

  /** Returns the runs of all leases in the order in which they were given. */
  public List<String> runs() {
    return query("SELECT valuation FROM valuation.lease ORDER BY create_time, position").stream()
        .map(row -> "valuations/" + row.getUUID(0))
        .toList();
  }

  /** Returns the outcomes of the leases of all evaluations, in the order of their beginning. */
  public List<String> outcomes() {
    return query("SELECT outcome FROM valuation.lease ORDER BY create_time, position").stream()
        .map(row -> String.valueOf(row.getString(0)))
        .toList();
  }

  private void requireNone(String claim, String sql) {
    assertThat(query(sql).stream().map(row -> row.getDelegate().toJson().encode()))
        .as(claim)
        .isEmpty();
  }

  private List<Row> query(String sql) {
    return StreamSupport.stream(
            pool.query(sql).execute().await().atMost(LONGEST_QUERY).spliterator(), false)
        .toList();
  }
}
