package dev.clade.runtime.audit;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceImplBase;
import dev.clade.ingest.v1.PauseImportRequest;
import dev.clade.ingest.v1.PauseImportResponse;
import dev.clade.ingest.v1.ResumeImportRequest;
import dev.clade.ingest.v1.ResumeImportResponse;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.StartImportResponse;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/**
 * Starts nothing and says that it did; throws for what is paused, fails for what is resumed.
 * Quarkus keeps who translates what its own stubs catch from one server of a test to the next, so
 * it uses gRPC's.
 */
@GrpcService
class ImportEcho extends ImportServiceImplBase {
  @Inject Replies replies;

  @Override
  public void startImport(StartImportRequest request, StreamObserver<StartImportResponse> client) {
    Operation started = Operation.newBuilder().setName("imports/7").build();
    client.onNext(StartImportResponse.newBuilder().setOperation(started).build());
    client.onCompleted();
  }

  @Override
  public void pauseImport(PauseImportRequest request, StreamObserver<PauseImportResponse> client) {
    throw CladeException.notFound(Reason.IMPORT_NOT_FOUND, request.getName());
  }

  @Override
  public void resumeImport(
      ResumeImportRequest request, StreamObserver<ResumeImportResponse> client) {
    replies.unary(client, () -> Uni.createFrom().failure(new IllegalStateException("hunter2")));
  }

  @Override
  public StreamObserver<UploadFileRequest> uploadFile(StreamObserver<UploadFileResponse> client) {
    return new StreamObserver<>() {
      @Override
      public void onNext(UploadFileRequest part) {}

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        client.onNext(UploadFileResponse.newBuilder().setUpload("uploads/9").build());
        client.onCompleted();
      }
    };
  }
}
