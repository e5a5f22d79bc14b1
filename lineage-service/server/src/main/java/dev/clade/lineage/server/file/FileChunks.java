package dev.clade.lineage.server.file;

import dev.clade.lineage.server.report.ReportSchema;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The parts of files in the database. */
@Singleton
public final class FileChunks {
  private final ReportSchema schema;
  private final Pool pool;

  @Inject
  FileChunks(ReportSchema schema, Pool pool) {
    this.schema = schema;
    this.pool = pool;
  }

  /** Adds a part to a file, counted from 0. */
  public Uni<Void> add(UUID file, int position, byte[] content) {
    return schema
        .ready()
        .chain(
            () ->
                pool.preparedQuery(
                        """
                        INSERT INTO lineage.file_chunk (file, position, content)
                        VALUES ($1, $2, $3)
                        """)
                    .execute(Tuple.of(file, position, Buffer.buffer(content))))
        .replaceWithVoid();
  }

  /** Returns a part of a file. */
  public Uni<byte[]> read(UUID file, int position) {
    return pool.preparedQuery(
            "SELECT content FROM lineage.file_chunk WHERE file = $1 AND position = $2")
        .execute(Tuple.of(file, position))
        .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
  }

  /** Returns the parts of a file, each read when it is asked for. */
  public Multi<byte[]> read(StoredFile file) {
    return Multi.createFrom()
        .range(0, file.chunkCount())
        .onItem()
        .transformToUniAndConcatenate(position -> read(file.id(), position));
  }

  /** Removes a file that nothing names. */
  public Uni<Void> discard(UUID file) {
    return pool.preparedQuery("DELETE FROM lineage.file_chunk WHERE file = $1")
        .execute(Tuple.of(file))
        .replaceWithVoid();
  }

  /** Removes what was left of files in whose making a process was killed, a day after. */
  public Uni<Void> sweep() {
    return schema
        .ready()
        .chain(
            () ->
                pool.query(
                        """
                        DELETE FROM lineage.file_chunk c
                        WHERE c.create_time < now() - INTERVAL '1 day'
                          AND NOT EXISTS (SELECT FROM lineage.feature_set s WHERE s.file = c.file)
                          AND NOT EXISTS (SELECT FROM lineage.embedding e WHERE e.file = c.file)
                        """)
                    .execute())
        .replaceWithVoid();
  }
}
