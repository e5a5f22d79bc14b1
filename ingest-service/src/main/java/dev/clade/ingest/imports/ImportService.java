package dev.clade.ingest.imports;

import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.ImportStore;
import dev.clade.ingest.store.QuarantineStore;
import dev.clade.ingest.store.QuarantinedRecord;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.store.UploadStore;
import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Starts imports and tells how they stand. */
@ApplicationScoped
public class ImportService {
  /** Bytes of a refused record that are shown. */
  public static final int SHOWN_RAW_BYTES = 4 * 1024;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ImportStore imports;
  private final UploadStore uploads;
  private final QuarantineStore quarantine;
  private final ImportRunner runner;

  @Inject
  ImportService(
      ImportStore imports, UploadStore uploads, QuarantineStore quarantine, ImportRunner runner) {
    this.imports = imports;
    this.uploads = uploads;
    this.quarantine = quarantine;
    this.runner = runner;
  }

  /**
   * Asks for an import, or returns the one that the same request asked for before.
   *
   * @param format format of the file; empty to tell it from the file's name
   */
  public Uni<ImportStatus> start(UUID uploadId, Optional<FileFormat> format, RequestId requestId) {
    return imports
        .findByRequest(requestId.uuid())
        .flatMap(
            known ->
                known.isPresent()
                    ? Uni.createFrom().item(known.get())
                    : add(uploadId, format, requestId))
        .invoke(stored -> checkSameRequest(stored, uploadId, format, requestId));
  }

  /** Returns an import. */
  public Uni<ImportStatus> get(UUID id) {
    return imports
        .find(id)
        .map(found -> found.orElseThrow(() -> IngestResource.IMPORT.notFound(id)));
  }

  /** Returns an import once it is over, or as it stands when patience ends. */
  public Uni<ImportStatus> await(UUID id, Duration patience) {
    // Timers fire on threads of their own; database sessions belong to the caller's event loop.
    Executor caller = CallerContext.current();
    return await(id, System.nanoTime() + patience.toNanos(), caller);
  }

  private Uni<ImportStatus> await(UUID id, long deadline, Executor caller) {
    return get(id)
        .flatMap(
            status ->
                status.state().isFinal() || System.nanoTime() >= deadline
                    ? Uni.createFrom().item(status)
                    : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(LOOK_AGAIN)
                        .emitOn(caller)
                        .flatMap(nothing -> await(id, deadline, caller)));
  }

  /** Returns imports in the order in which they were asked for, behind one of them. */
  public Uni<List<ImportStatus>> list(Instant afterTime, UUID afterId, int most) {
    return imports.list(afterTime, afterId, most);
  }

  /** Returns refused records of an import, behind a line. */
  public Uni<List<QuarantinedRecord>> quarantined(UUID id, long afterLine, int most) {
    return get(id).flatMap(found -> quarantine.list(id, afterLine, most, SHOWN_RAW_BYTES));
  }

  private Uni<ImportStatus> add(UUID uploadId, Optional<FileFormat> format, RequestId requestId) {
    return uploads
        .find(uploadId)
        .map(found -> found.orElseThrow(() -> IngestResource.UPLOAD.notFound(uploadId)))
        .flatMap(upload -> imports.add(requestId.uuid(), upload, format, resolved(format, upload)))
        .invoke(runner::wake);
  }

  private static FileFormat resolved(Optional<FileFormat> format, Upload upload) {
    return format
        .or(() -> FileFormat.ofFileName(upload.fileName()))
        .orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    "format",
                    upload.fileName(),
                    "must be given, for the file's name ends in neither .jsonl nor .tsv"));
  }

  private static void checkSameRequest(
      ImportStatus stored, UUID uploadId, Optional<FileFormat> format, RequestId requestId) {
    if (!stored.uploadId().equals(uploadId) || !stored.requestedFormat().equals(format)) {
      throw requestId.reused();
    }
  }
}
