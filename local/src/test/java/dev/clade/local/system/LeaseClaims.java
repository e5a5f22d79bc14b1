package dev.clade.local.system;

import dev.clade.local.mesh.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of every history of leases, as questions to the database for what breaks it. */
final class LeaseClaims {
  private static final String AT_THE_SAME_TIME =
      "two leases of one evaluation held at the same time";

  private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

  static {
    VIOLATIONS.put(
        AT_THE_SAME_TIME,
        """
        SELECT a.id FROM valuation.lease a JOIN valuation.lease b
          ON a.valuation = b.valuation AND a.position = b.position AND a.id < b.id
        WHERE a.create_time < coalesce(b.end_time, 'infinity')
          AND b.create_time < coalesce(a.end_time, 'infinity')
        """);
    VIOLATIONS.put(
        "an evaluation was done without a row of the ledger",
        """
        SELECT e.position FROM valuation.evaluation e
        WHERE e.state = 'DONE' AND NOT EXISTS (
          SELECT FROM valuation.ledger l
          WHERE l.valuation = e.valuation AND l.position = e.position)
        """);
    VIOLATIONS.put(
        "a row of the ledger whose evaluation is not done",
        """
        SELECT l.position FROM valuation.ledger l JOIN valuation.evaluation e
          ON e.valuation = l.valuation AND e.position = l.position
        WHERE e.state <> 'DONE'
        """);
    VIOLATIONS.put(
        "an evaluation was reported under two leases",
        """
        SELECT position FROM valuation.lease WHERE outcome = 'REPORTED'
        GROUP BY valuation, position HAVING count(*) > 1
        """);
    VIOLATIONS.put(
        "a lease is open although its run has ended",
        """
        SELECT l.id FROM valuation.lease l JOIN valuation.valuation v ON v.id = l.valuation
        WHERE l.end_time IS NULL AND v.state <> 'ACTIVE'
        """);
    VIOLATIONS.put(
        "a lease has an end but no outcome, or the other way round",
        "SELECT id FROM valuation.lease WHERE (end_time IS NULL) <> (outcome IS NULL)");
    VIOLATIONS.put(
        "more or fewer leases than the account says",
        """
        SELECT a.valuation FROM valuation.account a
        WHERE a.leases <> (SELECT count(*) FROM valuation.lease l WHERE l.valuation = a.valuation)
        """);
  }

  private LeaseClaims() {}

  /** Returns what does not hold, with the rows that break it. */
  static List<String> violations(Postgres postgres) throws SQLException {
    return violations(postgres, VIOLATIONS);
  }

  /** As {@link #violations(Postgres)}, of a history whose times are of a clock that jumped. */
  static List<String> violationsBesideTimes(Postgres postgres) throws SQLException {
    Map<String, String> timeless = new LinkedHashMap<>(VIOLATIONS);
    timeless.remove(AT_THE_SAME_TIME);
    return violations(postgres, timeless);
  }

  private static List<String> violations(Postgres postgres, Map<String, String> claims)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = postgres.database().getConnection();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> claim : claims.entrySet()) {
        try (ResultSet rows = statement.executeQuery(claim.getValue())) {
          while (rows.next()) {
            found.add(claim.getKey() + ": " + rows.getString(1));
          }
        }
      }
    }
    return found;
  }
}
