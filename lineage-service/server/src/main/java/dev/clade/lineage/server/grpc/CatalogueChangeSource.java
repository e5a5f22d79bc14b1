package dev.clade.lineage.server.grpc;

import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.lineage.server.feed.ChangeBatch;
import dev.clade.lineage.server.feed.ChangeSource;
import dev.clade.runtime.grpc.FailureTranslator;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Flow;

/** The feed of {@code clade.ingest.v1.CatalogueService}, taken as fast as batches are requested. */
@Singleton
final class CatalogueChangeSource implements ChangeSource {
  private final CatalogueChannel catalogue;

  @Inject
  CatalogueChangeSource(CatalogueChannel catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Flow.Publisher<ChangeBatch> changesAfter(long sequence) {
    StreamChangesRequest request =
        StreamChangesRequest.newBuilder()
            .setAfterSequence(sequence)
            .setView(ArtifactView.ARTIFACT_VIEW_BASIC)
            .build();
    return subscriber -> {
      Call call = new Call(subscriber);
      CatalogueServiceGrpc.newStub(catalogue.open()).streamChanges(request, call);
      subscriber.onSubscribe(call);
    };
  }

  /** One open stream. */
  private static final class Call
      implements ClientResponseObserver<StreamChangesRequest, StreamChangesResponse>,
          Flow.Subscription {
    private final Flow.Subscriber<? super ChangeBatch> subscriber;
    private ClientCallStreamObserver<StreamChangesRequest> stream;

    Call(Flow.Subscriber<? super ChangeBatch> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamChangesRequest> opening) {
      stream = opening;
      // A batch comes only once it is requested, which must not be before the call has started.
      stream.disableAutoRequestWithInitial(0);
    }

    @Override
    public void onNext(StreamChangesResponse message) {
      subscriber.onNext(FeedMessages.batch(message));
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(FailureTranslator.translate(failure));
    }

    @Override
    public void onCompleted() {
      subscriber.onComplete();
    }

    @Override
    public void request(long count) {
      stream.request(Math.toIntExact(count));
    }

    @Override
    public void cancel() {
      stream.cancel("no longer followed", null);
    }
  }
}
