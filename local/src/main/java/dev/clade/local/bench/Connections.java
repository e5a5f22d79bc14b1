package dev.clade.local.bench;

import dev.clade.local.bench.hub.Hub;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Several connections with the same query. */
final class Connections implements AutoCloseable {
  private final List<RecursiveQuery> queries = new ArrayList<>();

  Connections(Hub hub, DataSource database, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      queries.add(new RecursiveQuery(hub, database));
    }
  }

  List<RecursiveQuery> list() {
    return queries;
  }

  @Override
  public void close() throws SQLException {
    for (RecursiveQuery query : queries) {
      query.close();
    }
  }
}
