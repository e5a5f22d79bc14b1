package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A query for successive rows. As of {@link ArtifactStore}'s own, its pages are bounded by bytes as
 * well as by number before their rows leave the database.
 */
final class PageQuery<T> {
  private final String query;
  private final Function<Columns, T> reader;

  /**
   * Creates a query.
   *
   * @param columns what to select
   * @param rows where from, and which; what tells that, such as the place behind which a page
   *     begins, is {@code $3} and up
   * @param order order of the rows, which tells any two apart
   * @param bytes about how many bytes of a row vary
   * @param reader makes an item of a row's columns
   */
  PageQuery(String columns, String rows, String order, String bytes, Function<Columns, T> reader) {
    this.query =
        """
        SELECT %1$s, available FROM (
          SELECT *, count(*) OVER () AS available,
                 sum(bytes) OVER (ORDER BY %3$s) - bytes AS bytes_before
          FROM (SELECT *, %4$s AS bytes FROM %2$s ORDER BY %3$s LIMIT $1) candidates
        ) measured
        WHERE bytes_before < $2 ORDER BY %3$s
        """
            .formatted(columns, rows, order, bytes);
    this.reader = reader;
  }

  /**
   * Returns a page.
   *
   * @param most most items, from 1
   * @param mostBytes bytes at which the page ends; it has at least one item where there is one
   * @param which which rows, as the query expects it
   */
  Uni<Page<T>> run(Pool database, int most, long mostBytes, Object... which) {
    Tuple parameters = Tuple.of(most + 1, mostBytes);
    for (Object part : which) {
      parameters.addValue(part);
    }
    return database.preparedQuery(query).execute(parameters).map(rows -> page(rows, most));
  }

  private Page<T> page(RowSet<Row> rows, int most) {
    List<T> items = new ArrayList<>(rows.size());
    long available = 0;
    for (Row row : rows) {
      available = row.getLong("available");
      if (items.size() < most) {
        items.add(reader.apply(new ReactiveColumns(row)));
      }
    }
    return new Page<>(items, available > items.size());
  }
}
