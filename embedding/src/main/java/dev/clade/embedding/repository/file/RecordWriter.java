package dev.clade.embedding.repository.file;

import dev.clade.embedding.repository.RepositoryRecord;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * Writes a file of records. The same records give the same bytes. What was not finished is refused
 * when it is read.
 */
public final class RecordWriter {
  private final BlockOutput blocks;
  private final DataOutputStream out;
  private long count;

  /**
   * Begins a file.
   *
   * @param target stays open; it is written to in large pieces
   * @param snapshot the time after which nothing in it is dated
   */
  public RecordWriter(OutputStream target, Instant snapshot) throws IOException {
    DataOutputStream beginning = new DataOutputStream(target);
    beginning.write(RecordFormat.MAGIC);
    beginning.writeInt(RecordFormat.VERSION);
    blocks = new BlockOutput(target);
    out = new DataOutputStream(blocks);
    RecordFields.writeTime(snapshot, out);
  }

  /** Writes a record. */
  public void write(RepositoryRecord record) throws IOException {
    out.writeByte(1);
    RecordFields.write(record, out);
    count++;
  }

  /** Returns how many records were written. */
  public long count() {
    return count;
  }

  /** Writes the end. */
  public void finish() throws IOException {
    out.writeByte(0);
    out.writeLong(count);
    blocks.finish();
  }
}
