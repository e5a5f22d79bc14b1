package dev.clade.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The current row of a JDBC result. */
final class JdbcColumns implements Columns {
  private final ResultSet result;

  JdbcColumns(ResultSet result) {
    this.result = result;
  }

  @Override
  public String text(int place) {
    return read(() -> result.getString(place + 1));
  }

  @Override
  public long number(int place) {
    return read(() -> result.getLong(place + 1));
  }

  @Override
  public Instant time(int place) {
    OffsetDateTime time = read(() -> result.getObject(place + 1, OffsetDateTime.class));
    return time == null ? null : time.toInstant();
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new IllegalStateException("the query does not select what is read", e);
    }
  }

  private interface Reading<T> {
    T read() throws SQLException;
  }
}
