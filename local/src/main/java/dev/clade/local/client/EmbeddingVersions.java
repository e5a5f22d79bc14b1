package dev.clade.local.client;

import com.google.protobuf.Timestamp;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetEmbeddingRequest;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.ListEmbeddingsRequest;
import dev.clade.lineage.v1.ServeEmbeddingRequest;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetResponse;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks for feature sets, and for versions of the embedding. */
public final class EmbeddingVersions {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final MeshClient client;

  /** Creates one that calls through a client. */
  public EmbeddingVersions(MeshClient client) {
    this.client = client;
  }

  /** Returns the resource name of a feature set, of which the id may stand alone. */
  public static String featureSet(String typed) {
    return typed.indexOf('/') < 0 ? "featureSets/" + typed : typed;
  }

  /** Returns the resource name of a version, of which the id may stand alone. */
  public static String embedding(String typed) {
    return typed.indexOf('/') < 0 ? "embeddings/" + typed : typed;
  }

  /**
   * Asks for a set; while one is being made, for that.
   *
   * @param snapshot the set's; now if empty
   */
  public FeatureSet create(Optional<Instant> snapshot) {
    CreateFeatureSetRequest.Builder request =
        CreateFeatureSetRequest.newBuilder().setRequestId(UUID.randomUUID().toString());
    snapshot.ifPresent(
        time ->
            request.setSnapshotTime(
                Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano())));
    return client
        .call(Service.LINEAGE, () -> client.embeddings().createFeatureSet(request.build()))
        .getFeatureSet();
  }

  /** Returns where a set stands. */
  public FeatureSet set(String name) {
    GetFeatureSetRequest request = GetFeatureSetRequest.newBuilder().setName(name).build();
    return client
        .call(Service.LINEAGE, () -> client.embeddings().getFeatureSet(request))
        .getFeatureSet();
  }

  /**
   * Waits until a set is no longer being made, and returns it.
   *
   * @param watcher told each time that it is looked at
   * @throws InterruptedException when the waiting is to end
   */
  public FeatureSet await(FeatureSet begun, Consumer<FeatureSet> watcher)
      throws InterruptedException {
    FeatureSet set = begun;
    while (set.getState() == FeatureSet.State.STATE_MAKING) {
      watcher.accept(set);
      Thread.sleep(PAUSE);
      set = set(set.getName());
    }
    return set;
  }

  /**
   * Writes the records of a set to a file, which is there whole or not at all.
   *
   * @throws IOException when the file cannot be written
   */
  public void fetch(String name, Path file) throws IOException {
    StreamFeatureSetRequest request = StreamFeatureSetRequest.newBuilder().setName(name).build();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      Iterator<StreamFeatureSetResponse> parts =
          client.call(Service.LINEAGE, () -> client.embeddings().streamFeatureSet(request));
      while (client.call(Service.LINEAGE, parts::hasNext)) {
        parts.next().getChunk().writeTo(out);
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns all versions, the newest first. */
  public List<Embedding> list() {
    return client.call(
        Service.LINEAGE,
        () ->
            Pages.all(
                    token ->
                        client
                            .embeddings()
                            .listEmbeddings(
                                ListEmbeddingsRequest.newBuilder().setPageToken(token).build()))
                .getEmbeddingsList());
  }

  /** Returns a version. */
  public Embedding get(String name) {
    GetEmbeddingRequest request = GetEmbeddingRequest.newBuilder().setName(name).build();
    return client
        .call(Service.LINEAGE, () -> client.embeddings().getEmbedding(request))
        .getEmbedding();
  }

  /** Lets answers come from a version. */
  public Embedding serve(String name) {
    ServeEmbeddingRequest request = ServeEmbeddingRequest.newBuilder().setName(name).build();
    return client
        .call(Service.LINEAGE, () -> client.embeddings().serveEmbedding(request))
        .getEmbedding();
  }
}
