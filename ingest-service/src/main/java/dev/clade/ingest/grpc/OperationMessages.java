package dev.clade.ingest.grpc;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.rpc.Status;
import dev.clade.ingest.imports.ImportPace;
import dev.clade.ingest.imports.IngestResource;
import dev.clade.ingest.store.ImportProgress;
import dev.clade.ingest.store.ImportState;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.Replayed;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Times;
import java.util.Map;
import java.util.Optional;

/** Maps imports to long-running operations. */
final class OperationMessages {
  private OperationMessages() {}

  static Operation of(ImportStatus status) {
    Operation.Builder operation =
        Operation.newBuilder()
            .setName(IngestResource.IMPORT.of(status.id()))
            .setMetadata(Any.pack(metadata(status)))
            .setDone(status.state().isFinal());
    if (status.state() == ImportState.SUCCEEDED) {
      operation.setResponse(
          Any.pack(
              ImportResult.newBuilder()
                  .setCounts(counts(status.counts()))
                  .setLastSequence(status.lastSequence())
                  .build()));
    }
    failure(status).map(OperationMessages::error).ifPresent(operation::setError);
    return operation.build();
  }

  static QuarantinedRecord of(dev.clade.ingest.store.QuarantinedRecord refused) {
    return QuarantinedRecord.newBuilder()
        .setLine(refused.line())
        .setReason(refused.reason())
        .setField(refused.field())
        .setDetail(refused.detail())
        .setRaw(ByteString.copyFrom(refused.raw()))
        .setRawSizeBytes(refused.rawSize())
        .build();
  }

  static ReplayQuarantineResponse of(Replayed replayed) {
    return ReplayQuarantineResponse.newBuilder()
        .setReplayed(replayed.replayed())
        .setAccepted(replayed.accepted())
        .setRefused(replayed.refused())
        .build();
  }

  private static ImportMetadata metadata(ImportStatus status) {
    ImportProgress progress = status.progress();
    ImportMetadata.Builder metadata =
        ImportMetadata.newBuilder()
            .setState(state(status.state()))
            .setSource(status.sourceName())
            .setReadBytes(progress.readBytes())
            .setTotalBytes(status.totalBytes())
            .setCounts(counts(status.counts()))
            .setCreateTime(Times.timestamp(status.createTime()))
            .setUpdateTime(Times.timestamp(status.updateTime()))
            .setPhase(progress.phase())
            .setExpectedRecords(progress.expectedRecords())
            .setRequestCount(progress.requests())
            .setRecordsPerSecond(ImportPace.recordsPerSecond(status));
    ImportPace.remaining(status)
        .ifPresent(
            left ->
                metadata.setRemainingTime(
                    Duration.newBuilder().setSeconds(left.toSeconds()).build()));
    return metadata.build();
  }

  private static ImportMetadata.State state(ImportState state) {
    return switch (state) {
      case PENDING -> ImportMetadata.State.STATE_PENDING;
      case RUNNING -> ImportMetadata.State.STATE_RUNNING;
      case PAUSED -> ImportMetadata.State.STATE_PAUSED;
      case SUCCEEDED -> ImportMetadata.State.STATE_SUCCEEDED;
      case FAILED -> ImportMetadata.State.STATE_FAILED;
      case CANCELLED -> ImportMetadata.State.STATE_CANCELLED;
    };
  }

  private static ImportCounts counts(dev.clade.ingest.store.ImportCounts counts) {
    return ImportCounts.newBuilder()
        .setRecords(counts.records())
        .setCreated(counts.created())
        .setUpdated(counts.updated())
        .setUnchanged(counts.unchanged())
        .setQuarantined(counts.quarantined())
        .build();
  }

  private static Optional<ImportStatus.Failure> failure(ImportStatus status) {
    return status.state() == ImportState.CANCELLED
        ? Optional.of(
            new ImportStatus.Failure(Reason.OPERATION_CANCELLED.name(), "the import was cancelled"))
        : status.failure();
  }

  private static Status error(ImportStatus.Failure failure) {
    return ErrorStatus.toMessage(
        new CladeException(Reason.valueOf(failure.reason()), failure.message(), Map.of()));
  }
}
