package dev.clade.ingest.grpc;

import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.hub.CrawlScope;
import dev.clade.ingest.imports.ImportService;
import dev.clade.ingest.imports.IngestResource;
import dev.clade.ingest.imports.QuarantineReplay;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.QuarantinedRecord;
import dev.clade.ingest.upload.UploadService;
import dev.clade.ingest.v1.HubCrawl;
import dev.clade.ingest.v1.ImportFormat;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceImplBase;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsResponse;
import dev.clade.ingest.v1.PauseImportRequest;
import dev.clade.ingest.v1.PauseImportResponse;
import dev.clade.ingest.v1.ReplayQuarantineRequest;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.ingest.v1.ResumeImportRequest;
import dev.clade.ingest.v1.ResumeImportResponse;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.StartImportResponse;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.Times;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import dev.clade.runtime.request.RequestId;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Serves {@code ImportService}. */
@GrpcService
class ImportGrpcService extends ImportServiceImplBase {
  private static final String DEFAULT_HUB = "huggingface";
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final PageSize PAGE_SIZE = new PageSize(50, 200);

  private final ImportService imports;
  private final QuarantineReplay quarantine;
  private final UploadService uploads;
  private final Replies replies;

  @Inject
  ImportGrpcService(
      ImportService imports, QuarantineReplay quarantine, UploadService uploads, Replies replies) {
    this.imports = imports;
    this.quarantine = quarantine;
    this.uploads = uploads;
    this.replies = replies;
  }

  /** Blocks while it writes to the disk, which is also what holds a fast client back. */
  @Override
  @Blocking
  public StreamObserver<UploadFileRequest> uploadFile(StreamObserver<UploadFileResponse> client) {
    return new UploadCall(uploads, replies, client);
  }

  @Override
  public void startImport(StartImportRequest request, StreamObserver<StartImportResponse> client) {
    replies.unary(
        client,
        () ->
            start(request)
                .map(OperationMessages::of)
                .map(
                    operation -> StartImportResponse.newBuilder().setOperation(operation).build()));
  }

  private Uni<ImportStatus> start(StartImportRequest request) {
    RequestId requestId = RequestId.parse(request.getRequestId());
    return switch (request.getSourceCase()) {
      case UPLOAD ->
          imports.start(
              IngestResource.UPLOAD.parse("upload", request.getUpload()),
              format(request.getFormat()),
              Kinds.of("kind", request.getKind()),
              snapshotTime(request),
              requestId);
      case HUB -> {
        String hub = request.getHub().getHub();
        yield imports.startCrawl(
            hub.isEmpty() ? DEFAULT_HUB : hub, scope(request.getHub()), requestId);
      }
      case SOURCE_NOT_SET -> throw CladeException.missingField("upload or hub");
    };
  }

  private static Optional<String> scope(HubCrawl crawl) {
    return switch (crawl.getScope()) {
      case SCOPE_UNSPECIFIED -> Optional.empty();
      case SCOPE_FULL -> Optional.of(CrawlScope.FULL.name());
      case SCOPE_CHANGES -> Optional.of(CrawlScope.CHANGES.name());
      case UNRECOGNIZED -> throw Kinds.unknown("hub.scope");
    };
  }

  @Override
  public void pauseImport(PauseImportRequest request, StreamObserver<PauseImportResponse> client) {
    replies.unary(
        client,
        () ->
            imports
                .pause(IngestResource.IMPORT.parse("name", request.getName()))
                .map(OperationMessages::of)
                .map(
                    operation -> PauseImportResponse.newBuilder().setOperation(operation).build()));
  }

  @Override
  public void resumeImport(
      ResumeImportRequest request, StreamObserver<ResumeImportResponse> client) {
    replies.unary(
        client,
        () ->
            imports
                .resume(IngestResource.IMPORT.parse("name", request.getName()))
                .map(OperationMessages::of)
                .map(
                    operation ->
                        ResumeImportResponse.newBuilder().setOperation(operation).build()));
  }

  /** Blocks while it reads and writes, and stops between two batches when nobody waits any more. */
  @Override
  @Blocking
  public void replayQuarantine(
      ReplayQuarantineRequest request, StreamObserver<ReplayQuarantineResponse> client) {
    Context call = Context.current();
    replies.unary(
        client,
        () ->
            Uni.createFrom()
                .item(
                    quarantine.replay(
                        IngestResource.IMPORT.parse("parent", request.getParent()),
                        call::isCancelled))
                .map(OperationMessages::of));
  }

  @Override
  public void listQuarantinedRecords(
      ListQuarantinedRecordsRequest request,
      StreamObserver<ListQuarantinedRecordsResponse> client) {
    replies.unary(client, () -> list(request));
  }

  private Uni<ListQuarantinedRecordsResponse> list(ListQuarantinedRecordsRequest request) {
    int most = PAGE_SIZE.of(request.getPageSize());
    UUID parent = IngestResource.IMPORT.parse("parent", request.getParent());
    long after = PagePlace.of(request, request.getPageToken(), 0L, Long::valueOf);
    return imports
        .quarantined(parent, after, most + 1)
        .map(records -> page(request, records, most));
  }

  private static ListQuarantinedRecordsResponse page(
      ListQuarantinedRecordsRequest request, List<QuarantinedRecord> records, int most) {
    ListQuarantinedRecordsResponse.Builder response = ListQuarantinedRecordsResponse.newBuilder();
    records.stream()
        .limit(most)
        .map(OperationMessages::of)
        .forEach(response::addQuarantinedRecords);
    if (records.size() > most) {
      long last = records.get(most - 1).line();
      response.setNextPageToken(PageToken.encode(request, Long.toString(last)));
    }
    return response.build();
  }

  private static Optional<Instant> snapshotTime(StartImportRequest request) {
    if (!request.hasSnapshotTime()) {
      return Optional.empty();
    }
    Instant snapshot = Times.instant("snapshot_time", request.getSnapshotTime());
    if (snapshot.isBefore(EARLIEST) || snapshot.isAfter(Instant.now())) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "snapshot_time", snapshot, "must be from 2000 until now");
    }
    return Optional.of(snapshot);
  }

  private static Optional<FileFormat> format(ImportFormat format) {
    return switch (format) {
      case IMPORT_FORMAT_UNSPECIFIED -> Optional.empty();
      case IMPORT_FORMAT_JSONL -> Optional.of(FileFormat.JSONL);
      case IMPORT_FORMAT_TSV -> Optional.of(FileFormat.TSV);
      case IMPORT_FORMAT_HUB_STATS -> Optional.of(FileFormat.HUB_STATS);
      case IMPORT_FORMAT_HF_COMMUNITY -> Optional.of(FileFormat.HF_COMMUNITY);
      case IMPORT_FORMAT_PEATMOSS -> Optional.of(FileFormat.PEATMOSS);
      case UNRECOGNIZED -> throw Kinds.unknown("format");
    };
  }
}
