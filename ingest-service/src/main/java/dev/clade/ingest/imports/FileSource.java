package dev.clade.ingest.imports;

import dev.clade.ingest.artifact.Activity;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.Line;
import dev.clade.ingest.format.Records;
import dev.clade.ingest.store.ActivityPart;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.FiledActivity;
import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.ImportProgress;
import dev.clade.ingest.store.KeptHeader;
import dev.clade.ingest.store.QuarantinedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a file's records together to batches of bounded size. */
final class FileSource implements BatchSource {
  private final Records records;
  private final ArtifactRowEncoder encoder;
  private final int mostRecords;
  private final long mostBytes;
  private String from;
  private boolean ended;

  FileSource(
      Records records, ArtifactRowEncoder encoder, String from, int mostRecords, long mostBytes) {
    this.records = records;
    this.encoder = encoder;
    this.from = from;
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public ImportBatch next() throws IOException {
    List<ArtifactRow> rows = new ArrayList<>();
    List<FiledActivity> activity = new ArrayList<>();
    List<QuarantinedRecord> refused = new ArrayList<>();
    long bytes = 0;
    while (rows.size() + activity.size() + refused.size() < mostRecords && bytes < mostBytes) {
      Line line = records.next();
      if (line == null) {
        ended = true;
        break;
      }
      bytes += line.bytes().length;
      try {
        switch (records.parse(line)) {
          case Artifact artifact -> rows.add(encoder.encode(artifact));
          case Activity done -> activity.add(new FiledActivity(done, line));
        }
      } catch (RefusedRecordException e) {
        refused.add(
            QuarantinedRecord.of(Optional.empty(), line.number(), line.bytes(), line.size(), e));
      }
    }
    String to = records.checkpoint();
    ImportProgress progress = ImportProgress.ofFile(records.readBytes());
    List<BatchPart> parts = new ArrayList<>();
    if (!activity.isEmpty()) {
      parts.add(new ActivityPart(activity));
    }
    if (!refused.isEmpty()) {
      records.header().map(KeptHeader::new).ifPresent(parts::add);
    }
    ImportBatch batch = new ImportBatch(from, to, progress, rows, refused, parts, ended);
    from = to;
    return batch;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
