package dev.clade.lineage.server.feature;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.SnapshotRule;
import dev.clade.embedding.repository.file.RecordWriter;
import dev.clade.lineage.server.file.FileSink;
import java.io.IOException;

/** Writes what was known at a set's snapshot, and tells of each part that is stored. */
final class FeatureSetWriter {
  private static final long BYTES_PER_TELLING = 1 << 20;

  private final SnapshotRule rule;
  private final FileSink target;
  private final RecordWriter records;
  private final Progress progress;
  private long told;

  /** Begins the file of a set. */
  FeatureSetWriter(FeatureSet set, FileSink target, Progress progress) throws IOException {
    this.rule = new SnapshotRule(set.snapshotTime());
    this.target = target;
    this.records = new RecordWriter(target, set.snapshotTime());
    this.progress = progress;
  }

  /** Is told how far the writing is. */
  interface Progress {
    /** Takes how many repositories and bytes were written. */
    void tell(long repositories, long bytes);
  }

  /** Writes what was known of a repository, unless it came later. */
  void write(RepositoryRecord record) throws IOException {
    var known = rule.apply(record);
    if (known.isPresent()) {
      records.write(known.get());
    }
    if (target.sizeBytes() - told >= BYTES_PER_TELLING) {
      told = target.sizeBytes();
      progress.tell(records.count(), told);
    }
  }

  /** Writes the end, and returns how many repositories there are. */
  long finish() throws IOException {
    records.finish();
    return records.count();
  }
}
