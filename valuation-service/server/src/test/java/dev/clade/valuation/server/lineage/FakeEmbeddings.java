package dev.clade.valuation.server.lineage;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.GetFeatureSetResponse;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetResponse;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Has feature sets and takes versions, as each test says. */
public final class FakeEmbeddings extends EmbeddingServiceGrpc.EmbeddingServiceImplBase {
  /** The one of the test's server, which finds it by its configuration. */
  public static final FakeEmbeddings INSTANCE = new FakeEmbeddings();

  private final Map<String, FeatureSet.State> states = new ConcurrentHashMap<>();
  private final List<Embedding> described = new CopyOnWriteArrayList<>();
  private final List<ByteString> uploaded = new CopyOnWriteArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile List<ByteString> parts = List.of();
  private volatile Optional<StatusRuntimeException> failure = Optional.empty();

  private FakeEmbeddings() {}

  /** Forgets everything. */
  public void reset() {
    states.clear();
    described.clear();
    uploaded.clear();
    sent.set(0);
    parts = List.of();
    failure = Optional.empty();
  }

  /** Has a feature set from now on. */
  public void add(String name, FeatureSet.State state, List<ByteString> content) {
    states.put(name, state);
    parts = List.copyOf(content);
  }

  /** Fails every call from now on. */
  public void fail(StatusRuntimeException given) {
    failure = Optional.of(given);
  }

  /** Returns how many parts were sent. */
  public int sent() {
    return sent.get();
  }

  /** Returns what versions were said to be. */
  public List<Embedding> described() {
    return described;
  }

  /** Returns the files of versions. */
  public List<ByteString> uploaded() {
    return uploaded;
  }

  @Override
  public void getFeatureSet(
      GetFeatureSetRequest request, StreamObserver<GetFeatureSetResponse> client) {
    if (failed(client, request.getName())) {
      return;
    }
    client.onNext(
        GetFeatureSetResponse.newBuilder()
            .setFeatureSet(
                FeatureSet.newBuilder()
                    .setName(request.getName())
                    .setState(states.get(request.getName())))
            .build());
    client.onCompleted();
  }

  /** Sends no faster than it is read. */
  @Override
  public void streamFeatureSet(
      StreamFeatureSetRequest request, StreamObserver<StreamFeatureSetResponse> client) {
    if (failed(client, request.getName())) {
      return;
    }
    ServerCallStreamObserver<StreamFeatureSetResponse> call =
        (ServerCallStreamObserver<StreamFeatureSetResponse>) client;
    List<ByteString> left = new ArrayList<>(parts);
    call.setOnReadyHandler(
        () -> {
          while (call.isReady() && !left.isEmpty()) {
            sent.incrementAndGet();
            call.onNext(StreamFeatureSetResponse.newBuilder().setChunk(left.removeFirst()).build());
            if (left.isEmpty()) {
              call.onCompleted();
            }
          }
        });
  }

  @Override
  public StreamObserver<UploadEmbeddingRequest> uploadEmbedding(
      StreamObserver<UploadEmbeddingResponse> client) {
    return new StreamObserver<>() {
      private ByteString content = ByteString.EMPTY;
      private boolean over;

      @Override
      public void onNext(UploadEmbeddingRequest request) {
        if (over) {
          return;
        }
        if (request.hasEmbedding()) {
          over = failed(client, request.getEmbedding().getFeatureSet());
          described.add(request.getEmbedding());
        } else {
          content = content.concat(request.getChunk());
        }
      }

      @Override
      public void onError(Throwable thrown) {
        over = true;
      }

      @Override
      public void onCompleted() {
        if (over) {
          return;
        }
        uploaded.add(content);
        client.onNext(
            UploadEmbeddingResponse.newBuilder()
                .setEmbedding(Embedding.newBuilder().setName("embeddings/1"))
                .build());
        client.onCompleted();
      }
    };
  }

  private boolean failed(StreamObserver<?> client, String name) {
    if (failure.isPresent()) {
      client.onError(failure.get());
    } else if (!states.containsKey(name)) {
      client.onError(
          ErrorStatus.toStatus(CladeException.notFound(Reason.FEATURE_SET_NOT_FOUND, name)));
    } else {
      return false;
    }
    return true;
  }
}
