package dev.clade.lineage.server.feature;

import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.embedding.repository.file.RecordWriter;
import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.FileInput;
import dev.clade.lineage.server.file.FileSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is known of repositories, put aside until the rest comes: first records are added,
 * several of one repository behind each other, then they are asked for in the same order, of kinds
 * and in each of the names' bytes.
 */
final class SideFile implements AutoCloseable {
  private final FileChunks chunks;
  private final FileSink sink;
  private final RecordWriter writer;
  private RecordReader reader;
  private Optional<RepositoryRecord> next = Optional.empty();

  /** Begins a file. */
  SideFile(FileChunks chunks) throws IOException {
    this.chunks = chunks;
    this.sink = new FileSink(chunks);
    this.writer = new RecordWriter(sink, Instant.EPOCH);
  }

  /** Adds what is known of a repository. */
  void add(RepositoryRecord record) {
    try {
      writer.write(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the adding and begins the asking. */
  void turn() throws IOException {
    writer.finish();
    reader = new RecordReader(new FileInput(chunks, sink.finish()));
    next = reader.next();
  }

  /**
   * Returns what was added of a repository. Those that come before it in the order are skipped: the
   * catalogue lists more here, or learned of them meanwhile.
   */
  List<RepositoryRecord> of(RepositoryKind kind, String id) throws IOException {
    List<RepositoryRecord> found = new ArrayList<>();
    while (next.isPresent()) {
      int order = compare(next.get(), kind, id);
      if (order > 0) {
        return found;
      }
      if (order == 0) {
        found.add(next.get());
      }
      next = reader.next();
    }
    return found;
  }

  @Override
  public void close() {
    sink.discard();
  }

  private static int compare(RepositoryRecord record, RepositoryKind kind, String id) {
    int kinds = record.kind().compareTo(kind);
    return kinds != 0
        ? kinds
        : Arrays.compareUnsigned(
            record.id().getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
  }
}
