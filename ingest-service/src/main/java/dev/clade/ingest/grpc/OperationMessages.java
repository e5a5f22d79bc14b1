package dev.clade.ingest.grpc;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.clade.ingest.catalogue.ArtifactMessages;
import dev.clade.ingest.imports.IngestResource;
import dev.clade.ingest.store.ImportState;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;

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
    status.failure().map(OperationMessages::error).ifPresent(operation::setError);
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

  private static ImportMetadata metadata(ImportStatus status) {
    return ImportMetadata.newBuilder()
        .setState(state(status.state()))
        .setFileName(status.fileName())
        .setReadBytes(status.readBytes())
        .setTotalBytes(status.totalBytes())
        .setCounts(counts(status.counts()))
        .setCreateTime(ArtifactMessages.timestamp(status.createTime()))
        .setUpdateTime(ArtifactMessages.timestamp(status.updateTime()))
        .build();
  }

  private static ImportMetadata.State state(ImportState state) {
    return switch (state) {
      case PENDING -> ImportMetadata.State.STATE_PENDING;
      case RUNNING -> ImportMetadata.State.STATE_RUNNING;
      case SUCCEEDED -> ImportMetadata.State.STATE_SUCCEEDED;
      case FAILED -> ImportMetadata.State.STATE_FAILED;
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

  private static Status error(ImportStatus.Failure failure) {
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(failure.reason()).setDomain(ErrorStatus.DOMAIN).build();
    return Status.newBuilder()
        .setCode(Reason.valueOf(failure.reason()).code().value())
        .setMessage(failure.message())
        .addDetails(Any.pack(info))
        .build();
  }
}
