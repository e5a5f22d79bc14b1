package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The clock of a mesh's database, as services are told the time: by functions of the names that
 * they ask for, which come before PostgreSQL's own. It has to be there before their schemas, whose
 * columns ask for the time too.
 */
final class DatabaseClock {
  private static final String INSTALL =
      """
      CREATE SCHEMA clock;
      GRANT USAGE ON SCHEMA clock TO PUBLIC;
      CREATE TABLE clock.setting (ahead interval NOT NULL);
      INSERT INTO clock.setting VALUES ('0');
      GRANT SELECT ON clock.setting TO PUBLIC;
      CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT pg_catalog.now() + ahead FROM clock.setting';
      CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
        AS 'SELECT pg_catalog.clock_timestamp() + ahead FROM clock.setting';
      ALTER DATABASE clade SET search_path = clock, public, pg_catalog;
      """;

  private final Postgres postgres;

  private DatabaseClock(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Takes over the clock of a database that no service has used yet. */
  static DatabaseClock of(Postgres postgres) throws SQLException {
    DatabaseClock clock = new DatabaseClock(postgres);
    clock.execute(INSTALL);
    return clock;
  }

  /** Sets it so far ahead of the true time; behind it, where that is negative. */
  void set(Duration ahead) throws SQLException {
    execute("UPDATE clock.setting SET ahead = '%d s'".formatted(ahead.toSeconds()));
    try (Connection service = postgres.database().getConnection();
        Statement statement = service.createStatement();
        ResultSet told =
            statement.executeQuery(
                "SELECT round(extract(epoch FROM clock_timestamp() - pg_catalog.clock_timestamp()))")) {
      told.next();
      assertThat(told.getLong(1)).isEqualTo(ahead.toSeconds());
    }
  }

  private void execute(String statements) throws SQLException {
    try (Connection administrator = postgres.administration().getConnection();
        Statement statement = administrator.createStatement()) {
      statement.execute(statements);
    }
  }
}
