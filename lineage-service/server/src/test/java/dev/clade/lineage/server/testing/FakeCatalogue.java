package dev.clade.lineage.server.testing;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A catalogue in memory with the feed of {@code clade.ingest.v1}: compacted, replayed after a
 * position, then followed. It can lose its streams, be away, and go back in time.
 */
public final class FakeCatalogue extends CatalogueServiceGrpc.CatalogueServiceImplBase {
  private static final int BATCH = 3;

  private final NavigableMap<Long, Artifact> changes = new TreeMap<>();
  private final List<StreamObserver<StreamChangesResponse>> streams = new ArrayList<>();
  private final List<Long> opened = new ArrayList<>();
  private long head;
  private boolean away;
  private boolean silent;

  /** Stores artifacts, each as a change of its own, and sends them to all who follow. */
  public synchronized void store(Artifact... artifacts) {
    List<Change> fresh = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      changes.values().removeIf(former -> former.getName().equals(artifact.getName()));
      changes.put(++head, artifact);
      fresh.add(Change.newBuilder().setSequence(head).setArtifact(artifact).build());
    }
    streams.forEach(stream -> stream.onNext(batch(fresh)));
  }

  /** Breaks every stream. */
  public synchronized void disconnect() {
    streams.forEach(stream -> stream.onError(Status.UNAVAILABLE.asRuntimeException()));
    streams.clear();
  }

  /** Forgets the streams, which broke with the connections they were on. */
  public synchronized void forgetStreams() {
    streams.clear();
  }

  /** Breaks every stream, and those opened later until it is back. */
  public synchronized void setAway(boolean isAway) {
    away = isAway;
    if (away) {
      disconnect();
    }
  }

  /** Opens streams without sending anything on them, until it is no longer silent. */
  public synchronized void setSilent(boolean isSilent) {
    silent = isSilent;
    if (!silent) {
      disconnect();
    }
  }

  /** Replaces all there is, as a restored backup does, and breaks every stream. */
  public synchronized void restore(Artifact... artifacts) {
    changes.clear();
    head = 0;
    disconnect();
    store(artifacts);
  }

  /** Tells those who follow of a head without disconnecting them, as no real catalogue should. */
  public synchronized void claimHead(long claimed) {
    streams.forEach(
        stream ->
            stream.onNext(StreamChangesResponse.newBuilder().setHeadSequence(claimed).build()));
  }

  /** Returns the head of the feed. */
  public synchronized long head() {
    return head;
  }

  /** Returns the positions that streams were opened after, in their order. */
  public synchronized List<Long> opened() {
    return List.copyOf(opened);
  }

  @Override
  public synchronized void streamChanges(
      StreamChangesRequest request, StreamObserver<StreamChangesResponse> stream) {
    opened.add(request.getAfterSequence());
    if (away) {
      stream.onError(Status.UNAVAILABLE.asRuntimeException());
    } else if (request.getAfterSequence() > head) {
      stream.onError(
          ErrorStatus.toStatus(
              CladeException.invalidField(
                  Reason.FIELD_OUT_OF_RANGE,
                  "after_sequence",
                  request.getAfterSequence(),
                  "must not be beyond the head")));
    } else {
      streams.add(stream);
      if (!silent) {
        replay(request.getAfterSequence(), stream);
      }
    }
  }

  private void replay(long after, StreamObserver<StreamChangesResponse> stream) {
    List<Change> batch = new ArrayList<>();
    changes
        .tailMap(after, false)
        .forEach(
            (sequence, artifact) -> {
              batch.add(Change.newBuilder().setSequence(sequence).setArtifact(artifact).build());
              if (batch.size() == BATCH) {
                stream.onNext(batch(batch));
                batch.clear();
              }
            });
    stream.onNext(batch(batch));
  }

  private StreamChangesResponse batch(List<Change> batch) {
    return StreamChangesResponse.newBuilder().addAllChanges(batch).setHeadSequence(head).build();
  }
}
