package dev.clade.lineage.server.feature;

import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What callers ask of feature sets. Nothing here blocks. */
@Singleton
public final class FeatureSets {
  private final FeatureSetStore store;
  private final FileChunks chunks;
  private final FeatureSetRunner runner;
  private final GraphKeeper graph;

  @Inject
  FeatureSets(
      FeatureSetStore store, FileChunks chunks, FeatureSetRunner runner, GraphKeeper graph) {
    this.store = store;
    this.chunks = chunks;
    this.runner = runner;
    this.graph = graph;
  }

  /**
   * Asks for a set. While one is being made, that is returned.
   *
   * @param fingerprint of the request
   * @param snapshot the set's; now if empty
   * @throws CladeException when the snapshot is in the future, or the graph is still being read
   */
  public Uni<FeatureSet> create(RequestId request, String fingerprint, Optional<Instant> snapshot) {
    snapshot
        .filter(Instant.now()::isBefore)
        .ifPresent(
            time -> {
              throw CladeException.invalidField(
                  Reason.FIELD_OUT_OF_RANGE, "snapshot_time", time, "must not be in the future");
            });
    graph.ready();
    return store.create(request, fingerprint, snapshot).invoke(runner::wake);
  }

  /**
   * Returns a set.
   *
   * @return a failure with {@link Reason#FEATURE_SET_NOT_FOUND} when there is none
   */
  public Uni<FeatureSet> get(String id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(() -> CladeException.notFound(Reason.FEATURE_SET_NOT_FOUND, id)));
  }

  /**
   * Returns a set that is made.
   *
   * @return a failure with {@link Reason#FEATURE_SET_NOT_READY} before it is, and as {@link #get}
   */
  public Uni<FeatureSet> ready(String id) {
    return get(id)
        .invoke(
            set -> {
              if (set.state() != FeatureSetState.READY) {
                throw new CladeException(
                    Reason.FEATURE_SET_NOT_READY,
                    set.state() == FeatureSetState.MAKING
                        ? "the feature set %s is still being made".formatted(id)
                        : "the feature set %s could not be made: %s".formatted(id, set.failure()),
                    Map.of("value", id));
              }
            });
  }

  /** Returns the parts of the file of a set that is made, each read when it is asked for. */
  public Multi<byte[]> content(FeatureSet set) {
    return chunks.read(file(set));
  }

  /** Returns the file of a set that is made. */
  public static StoredFile file(FeatureSet set) {
    return set.file()
        .orElseThrow(() -> new IllegalStateException("the set %s has no file".formatted(set.id())));
  }
}
