package dev.clade.ingest.store;

import dev.clade.ingest.format.FileFormat;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Row of {@code import}. Once stored, {@link ImportWriter} alone changes it. */
@Entity
@Table(name = "import", schema = "ingest")
class ImportEntity {
  @Id UUID id;
  UUID requestId;
  UUID uploadId;

  @Enumerated(EnumType.STRING)
  FileFormat requestedFormat;

  @Enumerated(EnumType.STRING)
  FileFormat format;

  String fileName;
  long totalBytes;

  @Enumerated(EnumType.STRING)
  ImportState state;

  long line;
  long contentOffset;
  long readBytes;
  long created;
  long updated;
  long unchanged;
  long quarantined;
  long lastSequence;
  String failureReason;
  String failureMessage;
  Instant createTime;
  Instant updateTime;

  ImportStatus toStatus() {
    return new ImportStatus(
        id,
        requestId,
        uploadId,
        Optional.ofNullable(requestedFormat),
        fileName,
        state,
        readBytes,
        totalBytes,
        new ImportCounts(created, updated, unchanged, quarantined),
        lastSequence,
        Optional.ofNullable(failureReason)
            .map(reason -> new ImportStatus.Failure(reason, failureMessage)),
        createTime,
        updateTime);
  }
}
