package dev.clade.runtime.audit;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.MutinyImportServiceGrpc.ImportServiceImplBase;
import dev.clade.ingest.v1.PauseImportRequest;
import dev.clade.ingest.v1.PauseImportResponse;
import dev.clade.ingest.v1.ResumeImportRequest;
import dev.clade.ingest.v1.ResumeImportResponse;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.StartImportResponse;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Starts nothing and says that it did; throws for what is paused, fails for what is resumed. */
@GrpcService
class ImportEcho extends ImportServiceImplBase {
  @Override
  public Uni<StartImportResponse> startImport(StartImportRequest request) {
    Operation started = Operation.newBuilder().setName("imports/7").build();
    return Uni.createFrom().item(StartImportResponse.newBuilder().setOperation(started).build());
  }

  /**
   * Throws a status: of several servers in one JVM Quarkus keeps the first one's failure handler,
   * which knows no exception classes of the others.
   */
  @Override
  public Uni<PauseImportResponse> pauseImport(PauseImportRequest request) {
    throw ErrorStatus.toStatus(CladeException.notFound(Reason.IMPORT_NOT_FOUND, request.getName()));
  }

  @Override
  public Uni<ResumeImportResponse> resumeImport(ResumeImportRequest request) {
    return Uni.createFrom().failure(new IllegalStateException("hunter2"));
  }

  @Override
  public Uni<UploadFileResponse> uploadFile(Multi<UploadFileRequest> request) {
    return request
        .collect()
        .asList()
        .replaceWith(UploadFileResponse.newBuilder().setUpload("uploads/9").build());
  }
}
