package dev.clade.ingest.upload;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.store.UploadStore;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes files up. */
@ApplicationScoped
public class UploadService {
  private static final int LONGEST_FILE_NAME = 255;

  private final Spool spool;
  private final UploadStore uploads;
  private final long largest;

  @Inject
  UploadService(Spool spool, UploadStore uploads, IngestConfig config) {
    this.spool = spool;
    this.uploads = uploads;
    this.largest = config.largestUpload().asLongValue();
  }

  /**
   * Begins to take a file up; blocks.
   *
   * @param fileName its name at the client's, without folders: kept to be shown and to tell the
   *     format, never used as a path
   */
  public Reception begin(String fileName) {
    if (fileName.isEmpty()) {
      throw CladeException.missingField("file_name");
    }
    if (fileName.length() > LONGEST_FILE_NAME) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "file_name", fileName, "must have at most 255 characters");
    }
    boolean plain =
        fileName.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    if (!plain) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "file_name",
          fileName,
          "must be a name without folders and control characters");
    }
    return new Reception(fileName, spool, largest);
  }

  /** Makes a whole file known, so that it can be imported. */
  public Uni<Upload> add(Upload upload) {
    return uploads.add(upload).replaceWith(upload);
  }
}
