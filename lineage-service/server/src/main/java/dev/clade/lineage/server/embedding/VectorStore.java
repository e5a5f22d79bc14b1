package dev.clade.lineage.server.embedding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Vectors of repositories in PostgreSQL, in blocks of rows. */
@Singleton
public final class VectorStore {
  private final Pool pool;

  @Inject
  VectorStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns how many rows of a version are there: the first ones, without a gap. */
  Uni<Integer> count(String embedding) {
    return pool.preparedQuery(
            """
            SELECT coalesce(max(row_number) + 1, 0) FROM lineage.repository_vector
            WHERE embedding = $1
            """)
        .execute(Tuple.of(embedding))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /**
   * Adds the rows that follow those that are there, all or none of them. A row that another wrote
   * at once is the same.
   *
   * @param dimension of the vectors
   * @return whether the holder has the version still; otherwise nothing is added
   */
  Uni<Boolean> add(String embedding, UUID holder, int dimension, List<EncodedRow> rows) {
    return pool.withTransaction(
        session ->
            session
                .preparedQuery(
                    """
                    UPDATE lineage.embedding SET repository_count = $3, dimension = $4
                    WHERE id = $1 AND holder = $2 AND state = 'ENCODING'
                    """)
                .execute(Tuple.of(embedding, holder, rows.getLast().row() + 1L, dimension))
                .chain(
                    held ->
                        held.rowCount() == 0
                            ? Uni.createFrom().item(false)
                            : session
                                .preparedQuery(
                                    """
                                    INSERT INTO lineage.repository_vector
                                      (embedding, row_number, name, presence, fused, views)
                                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                                    """)
                                .executeBatch(
                                    rows.stream().map(row -> tuple(embedding, row)).toList())
                                .replaceWith(true)));
  }

  /** Returns some rows of a version, in their order. */
  Uni<List<EncodedRow>> read(String embedding, int first, int most) {
    return pool.preparedQuery(
            """
            SELECT row_number, name, presence, fused, views FROM lineage.repository_vector
            WHERE embedding = $1 AND row_number >= $2 ORDER BY row_number LIMIT $3
            """)
        .execute(Tuple.of(embedding, first, most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(VectorStore::read).toList());
  }

  private static Tuple tuple(String embedding, EncodedRow row) {
    return Tuple.tuple()
        .addString(embedding)
        .addInteger(row.row())
        .addString(row.name())
        .addShort((short) row.presence())
        .addArrayOfFloat(boxed(row.fused()))
        .addArrayOfFloat(boxed(row.views()));
  }

  private static EncodedRow read(Row row) {
    return new EncodedRow(
        row.getInteger(0),
        row.getString(1),
        row.getShort(2).byteValue(),
        plain(row.getArrayOfFloats(3)),
        plain(row.getArrayOfFloats(4)));
  }

  private static Float[] boxed(float[] values) {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  private static float[] plain(Float[] values) {
    float[] plain = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = values[i];
    }
    return plain;
  }
}
