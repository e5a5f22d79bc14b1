package dev.clade.ingest.imports;

import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.Line;
import dev.clade.ingest.format.Records;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.ArtifactRowEncoder;
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
    List<QuarantinedRecord> refused = new ArrayList<>();
    long bytes = 0;
    while (rows.size() + refused.size() < mostRecords && bytes < mostBytes) {
      Line line = records.next();
      if (line == null) {
        ended = true;
        break;
      }
      bytes += line.bytes().length;
      try {
        rows.add(encoder.encode(records.parse(line)));
      } catch (RefusedRecordException e) {
        refused.add(
            QuarantinedRecord.of(Optional.empty(), line.number(), line.bytes(), line.size(), e));
      }
    }
    String to = records.checkpoint();
    ImportProgress progress = ImportProgress.ofFile(records.readBytes());
    List<KeptHeader> header =
        refused.isEmpty() ? List.of() : records.header().map(KeptHeader::new).stream().toList();
    ImportBatch batch =
        new ImportBatch(from, to, progress, rows, refused, List.copyOf(header), ended);
    from = to;
    return batch;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
