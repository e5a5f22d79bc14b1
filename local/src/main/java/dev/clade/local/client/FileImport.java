package dev.clade.local.client;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.local.mesh.Service;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Brings a file into the catalogue: uploads it, starts the import and follows it to its end. */
public final class FileImport {
  private static final int CHUNK = 1 << 18;

  private final MeshClient client;
  private final ImportRuns runs;

  /** Creates an importer that calls through a client. */
  public FileImport(MeshClient client) {
    this.client = client;
    this.runs = new ImportRuns(client);
  }

  /**
   * Imports a file.
   *
   * @param name name of the file, whose ending tells its format
   * @param progress told how far the import is, again and again
   * @return the finished operation, whose response is an {@link ImportResult}
   * @throws CallFailure when a call fails
   * @throws IOException when the file cannot be read, or the import failed as a whole
   */
  public Operation run(String name, InputStream content, Consumer<ImportMetadata> progress)
      throws IOException {
    return run(name, content, StartImportRequest.newBuilder(), progress);
  }

  /**
   * Imports a file, as {@link #run(String, InputStream, Consumer)}.
   *
   * @param wish what else is said of the file: its format, kind and time
   */
  public Operation run(
      String name,
      InputStream content,
      StartImportRequest.Builder wish,
      Consumer<ImportMetadata> progress)
      throws IOException {
    return runs.follow(runs.start(wish.setUpload(upload(name, content).getUpload())), progress);
  }

  /** Returns what a finished import counted. */
  public static ImportResult result(Operation operation) throws IOException {
    return ImportRuns.result(operation);
  }

  /** Starts importing an upload. */
  public Operation start(String upload) {
    return runs.start(StartImportRequest.newBuilder().setUpload(upload));
  }

  /** Returns an import as it is now. */
  public Operation look(String operation) {
    return runs.look(operation);
  }

  /** Uploads a file in chunks, never faster than the service takes them. */
  public UploadFileResponse upload(String name, InputStream content) throws IOException {
    Upload upload = new Upload();
    client.uploads().uploadFile(upload);
    upload.send(UploadFileRequest.newBuilder().setFileName(name).build());
    byte[] buffer = new byte[CHUNK];
    int read = content.readNBytes(buffer, 0, CHUNK);
    while (read > 0 && !upload.answer.isDone()) {
      upload.send(
          UploadFileRequest.newBuilder().setChunk(ByteString.copyFrom(buffer, 0, read)).build());
      read = content.readNBytes(buffer, 0, CHUNK);
    }
    return client.call(Service.INGEST, upload::finish);
  }

  /** An upload under way: sending waits until the transport is ready for more. */
  private static final class Upload
      implements ClientResponseObserver<UploadFileRequest, UploadFileResponse> {
    private final CompletableFuture<UploadFileResponse> answer = new CompletableFuture<>();
    private final Semaphore ready = new Semaphore(0);
    private ClientCallStreamObserver<UploadFileRequest> requests;

    @Override
    public void beforeStart(ClientCallStreamObserver<UploadFileRequest> stream) {
      requests = stream;
      stream.setOnReadyHandler(ready::release);
    }

    @Override
    public void onNext(UploadFileResponse response) {
      answer.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
      ready.release();
    }

    @Override
    public void onCompleted() {
      ready.release();
    }

    void send(UploadFileRequest request) {
      while (!requests.isReady() && !answer.isDone()) {
        ready.acquireUninterruptibly();
      }
      if (!answer.isDone()) {
        requests.onNext(request);
      }
    }

    UploadFileResponse finish() {
      if (!answer.isDone()) {
        requests.onCompleted();
      }
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof StatusRuntimeException status) {
          throw status;
        }
        throw e;
      }
    }
  }
}
