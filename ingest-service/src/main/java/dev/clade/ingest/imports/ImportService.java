package dev.clade.ingest.imports;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.store.ImportControl;
import dev.clade.ingest.store.ImportSource;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.ImportStore;
import dev.clade.ingest.store.QuarantineStore;
import dev.clade.ingest.store.QuarantinedRecord;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.store.UploadStore;
import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.drain.Drain;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Starts imports and tells how they stand. */
@ApplicationScoped
public class ImportService {
  /** Bytes of a refused record that are shown. */
  public static final int SHOWN_RAW_BYTES = 4 * 1024;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ImportStore imports;
  private final ImportControl control;
  private final UploadStore uploads;
  private final QuarantineStore quarantine;
  private final ImportRunner runner;
  private final Drain drain;

  @Inject
  ImportService(
      ImportStore imports,
      ImportControl control,
      UploadStore uploads,
      QuarantineStore quarantine,
      ImportRunner runner,
      Drain drain) {
    this.imports = imports;
    this.control = control;
    this.uploads = uploads;
    this.quarantine = quarantine;
    this.runner = runner;
    this.drain = drain;
  }

  /**
   * Asks for the import of a file, or returns the one that the same request asked for before.
   *
   * @param format format of the file; empty to tell it from the file's name
   * @param kind what the file's records describe; empty to tell it from the file's name
   * @param snapshotTime when the file's source looked so; empty for now
   */
  public Uni<ImportStatus> start(
      UUID uploadId,
      Optional<FileFormat> format,
      Optional<ArtifactKind> kind,
      Optional<Instant> snapshotTime,
      RequestId requestId) {
    return once(requestId, () -> add(uploadId, format, kind, snapshotTime, requestId))
        .invoke(stored -> checkSameRequest(stored, uploadId, format, requestId));
  }

  /**
   * Asks for the crawl of a hub, or returns the one that the same request asked for before.
   *
   * @param scope what to read; empty when the crawler is to choose
   */
  public Uni<ImportStatus> startCrawl(String hub, Optional<String> scope, RequestId requestId) {
    String lane = ImportSource.laneOfHub(hub);
    if (!runner.has(lane)) {
      throw CladeException.notFound(Reason.HUB_NOT_FOUND, hub);
    }
    ImportSource source =
        ImportSource.hub(hub, scope, Instant.now().truncatedTo(ChronoUnit.MICROS));
    return once(requestId, () -> imports.add(requestId.uuid(), source, hub, null, 0))
        .invoke(
            stored -> {
              if (!stored.source().lane().equals(lane) || !stored.source().scope().equals(scope)) {
                throw requestId.reused();
              }
              runner.wake(lane);
            });
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
                    : drain
                        .unlessBegun(Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN))
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

  /** Stops an import at its checkpoint until it is resumed. */
  public Uni<ImportStatus> pause(UUID id) {
    return controlled(id, control.pause(id), "paused");
  }

  /** Lets a paused import go on. */
  public Uni<ImportStatus> resume(UUID id) {
    return controlled(id, control.resume(id), "resumed")
        .invoke(status -> runner.wake(status.source().lane()));
  }

  /** Ends an import for good. */
  public Uni<ImportStatus> cancel(UUID id) {
    return controlled(id, control.cancel(id), "cancelled");
  }

  /** Returns the import that a request asked for before, or the one that is added for it now. */
  private Uni<ImportStatus> once(RequestId requestId, Supplier<Uni<ImportStatus>> add) {
    return imports
        .findByRequest(requestId.uuid())
        .flatMap(known -> known.map(Uni.createFrom()::item).orElseGet(add));
  }

  private Uni<ImportStatus> controlled(UUID id, Uni<Boolean> change, String wish) {
    return change.flatMap(
        done ->
            get(id)
                .invoke(
                    status -> {
                      if (!done) {
                        throw new CladeException(
                            Reason.IMPORT_OVER,
                            "%s cannot be %s; it is %s"
                                .formatted(IngestResource.IMPORT.of(id), wish, status.state()),
                            Map.of("resource", IngestResource.IMPORT.of(id)));
                      }
                    }));
  }

  private Uni<ImportStatus> add(
      UUID uploadId,
      Optional<FileFormat> format,
      Optional<ArtifactKind> kind,
      Optional<Instant> snapshotTime,
      RequestId requestId) {
    return uploads
        .find(uploadId)
        .map(found -> found.orElseThrow(() -> IngestResource.UPLOAD.notFound(uploadId)))
        .flatMap(
            upload -> {
              ArtifactKind described =
                  kind.or(() -> ArtifactKind.ofFileName(upload.fileName()))
                      .orElse(ArtifactKind.MODEL);
              Instant snapshot =
                  snapshotTime.orElseGet(Instant::now).truncatedTo(ChronoUnit.MICROS);
              ImportSource source = ImportSource.file(uploadId, format, described, snapshot);
              return imports.add(
                  requestId.uuid(),
                  source,
                  upload.fileName(),
                  resolved(format, upload),
                  upload.sizeBytes());
            })
        .invoke(status -> runner.wake(ImportSource.FILES));
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
                    "must be given, for the file's name does not end as that of a known format"));
  }

  private static void checkSameRequest(
      ImportStatus stored, UUID uploadId, Optional<FileFormat> format, RequestId requestId) {
    ImportSource source = stored.source();
    if (!source.uploadId().equals(Optional.of(uploadId)) || !source.format().equals(format)) {
      throw requestId.reused();
    }
  }
}
