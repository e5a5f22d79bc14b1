package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.format.FileFormat;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Row of {@code import}. Once stored, {@link ImportWriter} and {@link ImportControl} alone change
 * it.
 */
@Entity
@Table(name = "import", schema = "ingest")
class ImportEntity {
  @Id UUID id;
  UUID requestId;
  String lane;
  UUID uploadId;

  @Enumerated(EnumType.STRING)
  FileFormat requestedFormat;

  @Enumerated(EnumType.STRING)
  FileFormat format;

  @Enumerated(EnumType.STRING)
  ArtifactKind kind;

  String fileName;
  String scope;
  Instant snapshotTime;
  long totalBytes;

  @Enumerated(EnumType.STRING)
  ImportState state;

  String checkpoint = "";
  String phase = "";
  long expectedRecords;
  long requestCount;
  Instant startTime;
  long readBytes;
  long created;
  long updated;
  long unchanged;
  long quarantined;
  long lastSequence;
  String failureReason;
  String failureMessage;
  String traceparent = "";
  Instant createTime;
  Instant updateTime;

  ImportStatus toStatus() {
    return new ImportStatus(
        id,
        requestId,
        new ImportSource(
            lane,
            Optional.ofNullable(uploadId),
            Optional.ofNullable(requestedFormat),
            Optional.ofNullable(kind),
            Optional.ofNullable(scope),
            snapshotTime),
        fileName,
        state,
        new ImportProgress(phase, readBytes, expectedRecords, requestCount),
        totalBytes,
        new ImportCounts(created, updated, unchanged, quarantined),
        lastSequence,
        Optional.ofNullable(failureReason)
            .map(reason -> new ImportStatus.Failure(reason, failureMessage)),
        createTime,
        Optional.ofNullable(startTime),
        updateTime);
  }
}
