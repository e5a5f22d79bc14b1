package dev.clade.ingest.imports;

import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.Checkpoint;
import dev.clade.ingest.format.Line;
import dev.clade.ingest.format.RecordFile;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.QuarantinedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a file's records together to batches of bounded size. */
final class BatchReader {
  private final RecordFile file;
  private final ArtifactRowEncoder encoder;
  private final int mostRecords;
  private final long mostBytes;
  private Checkpoint from;
  private boolean ended;

  BatchReader(
      RecordFile file,
      ArtifactRowEncoder encoder,
      Checkpoint from,
      int mostRecords,
      long mostBytes) {
    this.file = file;
    this.encoder = encoder;
    this.from = from;
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  /** Returns whether the last batch was returned. */
  boolean isEnded() {
    return ended;
  }

  /** Returns the next batch; the last one may be empty. */
  ImportBatch next() throws IOException {
    List<ArtifactRow> rows = new ArrayList<>();
    List<QuarantinedRecord> refused = new ArrayList<>();
    long bytes = 0;
    while (rows.size() + refused.size() < mostRecords && bytes < mostBytes) {
      Line line = file.next();
      if (line == null) {
        ended = true;
        break;
      }
      bytes += line.bytes().length;
      try {
        rows.add(encoder.encode(file.parse(line)));
      } catch (RefusedRecordException e) {
        refused.add(refused(line, e));
      }
    }
    Checkpoint to = file.checkpoint();
    ImportBatch batch = new ImportBatch(from, to, file.readBytes(), rows, refused, ended);
    from = to;
    return batch;
  }

  private static QuarantinedRecord refused(Line line, RefusedRecordException refusal) {
    byte[] raw = line.bytes();
    boolean fits = raw.length <= RecordFile.KEPT_OF_LONGER_LINE;
    return new QuarantinedRecord(
        line.number(),
        refusal.reason().name(),
        refusal.field(),
        refusal.getMessage(),
        fits ? raw : Arrays.copyOf(raw, RecordFile.KEPT_OF_LONGER_LINE),
        line.size());
  }
}
