package dev.clade.ingest.grpc;

import com.google.protobuf.ByteString;
import dev.clade.ingest.imports.IngestResource;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.upload.Reception;
import dev.clade.ingest.upload.UploadService;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.UploadStream;
import io.grpc.stub.StreamObserver;
import io.quarkus.vertx.VertxContextSupport;

/**
 * One file being uploaded. Its methods are called one after the other, on threads that may block.
 */
final class UploadCall extends UploadStream<UploadFileRequest, UploadFileResponse> {
  private static final int LONGEST_CHUNK = 1024 * 1024;

  private final UploadService uploads;
  private Reception reception;

  UploadCall(UploadService uploads, Replies replies, StreamObserver<UploadFileResponse> client) {
    super(replies, client);
    this.uploads = uploads;
  }

  @Override
  protected void receive(UploadFileRequest request) {
    switch (request.getContentCase()) {
      case FILE_NAME -> begin(request.getFileName());
      case CHUNK -> append(request.getChunk());
      case CONTENT_NOT_SET -> throw CladeException.missingField("content");
    }
  }

  @Override
  protected UploadFileResponse finish() throws Throwable {
    Upload upload = begun().finish();
    // Not from this thread: database sessions belong to event loops.
    VertxContextSupport.subscribeAndAwait(() -> uploads.add(upload));
    discard();
    return UploadFileResponse.newBuilder()
        .setUpload(IngestResource.UPLOAD.of(upload.id()))
        .setSizeBytes(upload.sizeBytes())
        .setSha256(upload.sha256())
        .build();
  }

  private void begin(String fileName) {
    if (reception != null) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "file_name", fileName, "must be sent once, and first");
    }
    reception = uploads.begin(fileName);
  }

  private void append(ByteString chunk) {
    if (chunk.size() > LONGEST_CHUNK) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "chunk", chunk.size() + " bytes", "must have at most 1 MiB");
    }
    begun().append(chunk.asReadOnlyByteBuffer());
  }

  private Reception begun() {
    if (reception == null) {
      throw CladeException.missingField("file_name");
    }
    return reception;
  }

  @Override
  protected void discard() {
    if (reception != null) {
      reception.close();
    }
  }
}
