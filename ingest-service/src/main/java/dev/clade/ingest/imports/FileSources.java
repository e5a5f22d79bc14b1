package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.format.Records;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.upload.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Opens uploaded files. */
@ApplicationScoped
public class FileSources implements BatchSources {
  private final Spool spool;
  private final IngestConfig config;

  @Inject
  FileSources(Spool spool, IngestConfig config) {
    this.spool = spool;
    this.config = config;
  }

  @Override
  public BatchSource open(ImportTask task) throws IOException {
    Records records =
        Records.open(
            spool.file(task.uploadId()),
            task.format(),
            task.kind(),
            Math.toIntExact(config.longestRecord().asLongValue()),
            task.checkpoint());
    return new FileSource(
        records,
        new ArtifactRowEncoder(task.id(), task.provenance()),
        task.checkpoint(),
        config.batchRecords(),
        config.batchBytes().asLongValue());
  }
}
