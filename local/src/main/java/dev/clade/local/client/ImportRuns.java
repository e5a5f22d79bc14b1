package dev.clade.local.client;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.PauseImportRequest;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.ReplayQuarantineRequest;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.ingest.v1.ResumeImportRequest;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts, follows and controls imports. */
public final class ImportRuns {
  private static final String COLLECTION = "imports/";
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LAST_PAUSE_MILLIS = 1_000;
  private static final long REPLAY_MINUTES = 30;

  private final MeshClient client;

  /** Creates a starter of imports that calls through a client. */
  public ImportRuns(MeshClient client) {
    this.client = client;
  }

  /** Returns the resource name of an import of which the name or the id alone was typed. */
  public static String name(String typed) {
    return typed.startsWith(COLLECTION) ? typed : COLLECTION + typed;
  }

  /** Starts an import, under a request id of its own. */
  public Operation start(StartImportRequest.Builder wish) {
    StartImportRequest request = wish.setRequestId(UUID.randomUUID().toString()).build();
    return client.call(Service.INGEST, () -> client.imports().startImport(request)).getOperation();
  }

  /** Returns an import as it is now. */
  public Operation look(String name) {
    GetOperationRequest request = GetOperationRequest.newBuilder().setName(name).build();
    return client.call(Service.INGEST, () -> client.operations().getOperation(request));
  }

  /**
   * Follows an import to its end.
   *
   * @param progress told how far it is, again and again
   * @return the finished operation, whose response is an {@link ImportResult}
   * @throws IOException when it failed or was cancelled
   */
  public Operation follow(Operation begun, Consumer<ImportMetadata> progress) throws IOException {
    Operation operation = begun;
    long pause = FIRST_PAUSE_MILLIS;
    while (!operation.getDone()) {
      progress.accept(metadata(operation));
      sleep(pause);
      // An import of hours need not be asked after ten times a second.
      pause = Math.min(pause + pause / 50, LAST_PAUSE_MILLIS);
      operation = look(operation.getName());
    }
    progress.accept(metadata(operation));
    if (operation.hasError()) {
      throw new IOException("the import failed: " + operation.getError().getMessage());
    }
    return operation;
  }

  /** Stops an import at its checkpoint until it is resumed. */
  public Operation pause(String name) {
    PauseImportRequest request = PauseImportRequest.newBuilder().setName(name).build();
    return client.call(Service.INGEST, () -> client.imports().pauseImport(request)).getOperation();
  }

  /** Lets a paused import go on. */
  public Operation resume(String name) {
    ResumeImportRequest request = ResumeImportRequest.newBuilder().setName(name).build();
    return client.call(Service.INGEST, () -> client.imports().resumeImport(request)).getOperation();
  }

  /** Ends an import for good. */
  public Operation cancel(String name) {
    CancelOperationRequest request = CancelOperationRequest.newBuilder().setName(name).build();
    client.call(Service.INGEST, () -> client.operations().cancelOperation(request));
    return look(name);
  }

  /** Reads an import's refused records again. */
  public ReplayQuarantineResponse replay(String name) {
    ReplayQuarantineRequest request = ReplayQuarantineRequest.newBuilder().setParent(name).build();
    return client.call(
        Service.INGEST,
        () ->
            client
                .imports()
                .withDeadlineAfter(REPLAY_MINUTES, TimeUnit.MINUTES)
                .replayQuarantine(request));
  }

  /** Returns an import's first refused records. */
  public List<QuarantinedRecord> refused(String name, int most) {
    ListQuarantinedRecordsRequest request =
        ListQuarantinedRecordsRequest.newBuilder().setParent(name).setPageSize(most).build();
    return client
        .call(Service.INGEST, () -> client.imports().listQuarantinedRecords(request))
        .getQuarantinedRecordsList();
  }

  /** Returns how far an import is. */
  public static ImportMetadata metadata(Operation operation) throws IOException {
    return unpack(operation.getMetadata(), ImportMetadata.class);
  }

  /** Returns what a finished import counted. */
  public static ImportResult result(Operation operation) throws IOException {
    return unpack(operation.getResponse(), ImportResult.class);
  }

  private static <M extends Message> M unpack(Any any, Class<M> type) throws IOException {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException(
          "the ingest service sent something else than a " + type.getSimpleName(), e);
    }
  }

  private static void sleep(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; the import goes on", e);
    }
  }
}
