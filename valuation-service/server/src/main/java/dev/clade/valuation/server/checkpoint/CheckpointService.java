package dev.clade.valuation.server.checkpoint;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.store.CheckpointStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps checkpoints and returns them. */
@ApplicationScoped
public class CheckpointService {
  private final CheckpointStore store;

  @Inject
  CheckpointService(CheckpointStore store) {
    this.store = store;
  }

  /**
   * Begins to take a content.
   *
   * @param name resource name
   * @throws CladeException when it is missing or malformed
   */
  public Uni<Reception> begin(String name) {
    String id = Names.checkpoint("name", name);
    return store
        .sweep()
        .chain(() -> store.find(id))
        .map(kept -> new Reception(store, id, kept.isEmpty()));
  }

  /**
   * Returns a content part by part, each read when it is asked for; fails with {@link
   * Reason#CHECKPOINT_NOT_FOUND}.
   *
   * @param name resource name
   */
  public Multi<ByteString> content(String name) {
    return store
        .find(Names.checkpoint("name", name))
        .onItem()
        .transformToMulti(
            found -> {
              CheckpointStore.Kept kept =
                  found.orElseThrow(
                      () -> CladeException.notFound(Reason.CHECKPOINT_NOT_FOUND, name));
              return Multi.createFrom()
                  .range(0, kept.partCount())
                  .onItem()
                  .transformToUniAndConcatenate(part -> store.read(kept.upload(), part));
            });
  }
}
