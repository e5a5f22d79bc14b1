package dev.clade.valuation.server.store;

import com.google.protobuf.ByteString;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Contents that evaluations start from, in parts. An upload is nothing until it is kept. */
@ApplicationScoped
public class CheckpointStore {
  private static final String FIND =
      "SELECT upload, part_count FROM valuation.checkpoint WHERE id = $1";

  private static final String ADD =
      "INSERT INTO valuation.checkpoint_part (upload, position, content) VALUES ($1, $2, $3)";

  private static final String READ =
      "SELECT content FROM valuation.checkpoint_part WHERE upload = $1 AND position = $2";

  private static final String KEEP =
      """
      INSERT INTO valuation.checkpoint (id, upload, part_count) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String DISCARD = "DELETE FROM valuation.checkpoint_part WHERE upload = $1";

  private static final String SWEEP =
      """
      DELETE FROM valuation.checkpoint_part p
      WHERE p.create_time < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM valuation.checkpoint c WHERE c.upload = p.upload)
      """;

  private final Pool pool;

  @Inject
  CheckpointStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns where the parts of a checkpoint are. */
  public Uni<Optional<Kept>> find(String id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(
                        new Kept(
                            rows.iterator().next().getUUID("upload"),
                            rows.iterator().next().getInteger("part_count"))));
  }

  /** Adds a part to an upload, counted from 0. */
  public Uni<Void> add(UUID upload, int position, ByteString content) {
    return pool.preparedQuery(ADD)
        .execute(Tuple.of(upload, position, Buffer.buffer(content.toByteArray())))
        .replaceWithVoid();
  }

  /** Returns a part of an upload that is kept. */
  public Uni<ByteString> read(UUID upload, int position) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(upload, position))
        .map(rows -> ByteString.copyFrom(rows.iterator().next().getBuffer(0).getBytes()));
  }

  /**
   * Keeps an upload as a checkpoint's content unless there is one; of two at once one is kept.
   *
   * @return whether it is kept
   */
  public Uni<Boolean> keep(String id, UUID upload, int partCount) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.of(id, upload, partCount))
        .map(inserted -> inserted.rowCount() == 1);
  }

  /** Removes the parts of an upload that is not kept. */
  public Uni<Void> discard(UUID upload) {
    return pool.preparedQuery(DISCARD).execute(Tuple.of(upload)).replaceWithVoid();
  }

  /** Removes what uploads left that a process was killed in, a day after. */
  public Uni<Void> sweep() {
    return pool.preparedQuery(SWEEP).execute().replaceWithVoid();
  }

  /**
   * Where the content of a checkpoint is.
   *
   * @param upload what its parts are filed under
   * @param partCount how many there are
   */
  public record Kept(UUID upload, int partCount) {}
}
