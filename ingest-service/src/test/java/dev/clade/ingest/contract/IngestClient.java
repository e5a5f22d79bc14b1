package dev.clade.ingest.contract;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.ImportFormat;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceBlockingStub;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What tests ask of a running ingest service, as any client would. */
final class IngestClient implements AutoCloseable {
  private static final int CHUNK_BYTES = 512 * 1024;

  private final ManagedChannel channel;

  IngestClient(int port) {
    channel = ManagedChannelBuilder.forAddress("localhost", port).usePlaintext().build();
  }

  CatalogueServiceBlockingStub catalogue() {
    return CatalogueServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  ActivityServiceBlockingStub activity() {
    return ActivityServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  ImportServiceBlockingStub imports() {
    return ImportServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  OperationsBlockingStub operations() {
    return OperationsGrpc.newBlockingStub(channel).withDeadlineAfter(120, TimeUnit.SECONDS);
  }

  /** Sends messages of an upload and returns the answer or fails as the call fails. */
  UploadFileResponse send(Iterable<UploadFileRequest> messages) {
    CompletableFuture<UploadFileResponse> answer = new CompletableFuture<>();
    StreamObserver<UploadFileRequest> call =
        ImportServiceGrpc.newStub(channel)
            .uploadFile(
                new StreamObserver<>() {
                  @Override
                  public void onNext(UploadFileResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    for (UploadFileRequest message : messages) {
      call.onNext(message);
    }
    call.onCompleted();
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("no answer to an upload", e);
    }
  }

  UploadFileResponse upload(String fileName, byte[] content) {
    List<UploadFileRequest> messages = new java.util.ArrayList<>();
    messages.add(UploadFileRequest.newBuilder().setFileName(fileName).build());
    for (int start = 0; start < content.length; start += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, content.length - start);
      messages.add(
          UploadFileRequest.newBuilder()
              .setChunk(ByteString.copyFrom(content, start, length))
              .build());
    }
    return send(messages);
  }

  UploadFileResponse upload(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return upload(file.getFileName().toString(), input.readAllBytes());
    }
  }

  Operation start(String upload) {
    return start(upload, UUID.randomUUID());
  }

  Operation start(String upload, UUID requestId) {
    return imports()
        .startImport(
            StartImportRequest.newBuilder()
                .setUpload(upload)
                .setFormat(ImportFormat.IMPORT_FORMAT_UNSPECIFIED)
                .setRequestId(requestId.toString())
                .build())
        .getOperation();
  }

  Operation await(Operation operation) {
    Operation current = operation;
    while (!current.getDone()) {
      current =
          operations()
              .waitOperation(
                  WaitOperationRequest.newBuilder().setName(operation.getName()).build());
    }
    return current;
  }

  /** Imports text under a file name and returns the operation's end. */
  Operation importText(String fileName, String content) {
    return importBytes(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  Operation importBytes(String fileName, byte[] content) {
    return await(start(upload(fileName, content).getUpload()));
  }

  static ImportMetadata metadata(Operation operation) {
    try {
      return operation.getMetadata().unpack(ImportMetadata.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("the metadata must be ImportMetadata", e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
