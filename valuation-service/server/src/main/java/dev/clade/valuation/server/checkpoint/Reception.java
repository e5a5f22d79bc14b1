package dev.clade.valuation.server.checkpoint;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.store.CheckpointStore;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/**
 * A content on its way in. Its methods are called one after the other; what is not finished is
 * discarded.
 */
public final class Reception {
  private static final int LONGEST_CHUNK = 1 << 20;
  private static final int MOST_BYTES = 256 << 20;

  private final CheckpointStore store;
  private final String id;
  private final boolean wanted;
  private final UUID upload = UUID.randomUUID();
  private ByteString waiting = ByteString.EMPTY;
  private int parts;
  private long bytes;

  /**
   * Prepares to take a content.
   *
   * @param wanted whether there is none yet; otherwise it is counted and dropped
   */
  Reception(CheckpointStore store, String id, boolean wanted) {
    this.store = store;
    this.id = id;
    this.wanted = wanted;
  }

  /**
   * Takes the next bytes. Short chunks are joined, so that many of them make few parts.
   *
   * @throws CladeException when they, or all together, are too many
   */
  public Uni<Void> append(ByteString chunk) {
    if (chunk.size() > LONGEST_CHUNK) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "chunk", chunk.size() + " bytes", "must have at most 1 MiB");
    }
    bytes += chunk.size();
    if (bytes > MOST_BYTES) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "a checkpoint must have at most 256 MiB; this one has more",
          Map.of("field", "chunk", "rule", "at most 256 MiB in all"));
    }
    if (!wanted) {
      return Uni.createFrom().voidItem();
    }
    if (waiting.size() + chunk.size() <= LONGEST_CHUNK) {
      waiting = waiting.concat(chunk);
      return Uni.createFrom().voidItem();
    }
    ByteString part = waiting;
    waiting = chunk;
    return store.add(upload, parts++, part);
  }

  /**
   * Ends the content.
   *
   * @return whether it is kept; false when another was there first
   * @throws CladeException when it is empty
   */
  public Uni<Boolean> finish() {
    if (bytes == 0) {
      throw CladeException.missingField("chunk");
    }
    if (!wanted) {
      return Uni.createFrom().item(false);
    }
    return store
        .add(upload, parts++, waiting)
        .chain(() -> store.keep(id, upload, parts))
        .chain(
            kept -> kept ? Uni.createFrom().item(true) : store.discard(upload).replaceWith(false));
  }

  /** Forgets a content that does not end well. */
  public Uni<Void> discard() {
    return parts == 0 ? Uni.createFrom().voidItem() : store.discard(upload);
  }
}
