package dev.clade.ingest.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code upload}. */
@Entity
@Table(name = "upload", schema = "ingest")
class UploadEntity {
  @Id UUID id;
  String fileName;
  long sizeBytes;
  String sha256;
  Instant createTime;

  static UploadEntity of(Upload upload) {
    UploadEntity entity = new UploadEntity();
    entity.id = upload.id();
    entity.fileName = upload.fileName();
    entity.sizeBytes = upload.sizeBytes();
    entity.sha256 = upload.sha256();
    entity.createTime = upload.createTime();
    return entity;
  }

  Upload toUpload() {
    return new Upload(id, fileName, sizeBytes, sha256, createTime);
  }
}
