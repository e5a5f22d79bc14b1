package dev.clade.embedding.repository.file;

import static dev.clade.embedding.repository.file.RecordFormat.require;

import dev.clade.embedding.repository.RepositoryRecord;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a file of records, no further than it goes. All methods throw {@link
 * IllegalArgumentException} when it is none, was damaged, or ends too early; what was read before
 * is right.
 */
public final class RecordReader {
  private final DataInputStream in;
  private final Instant snapshot;
  private long count;
  private boolean ended;

  /** Begins to read a file of any size. The stream should be buffered. */
  public RecordReader(InputStream source) throws IOException {
    this(source, Long.MAX_VALUE);
  }

  /**
   * Begins to read a file.
   *
   * @param source stays open
   * @param most how many bytes it may have when it is no longer compressed
   */
  public RecordReader(InputStream source, long most) throws IOException {
    DataInputStream beginning = new DataInputStream(source);
    require(
        Arrays.equals(beginning.readNBytes(RecordFormat.MAGIC.length), RecordFormat.MAGIC),
        "this is no file of records: the first letters are others than CLADEREC");
    in = new DataInputStream(new BlockInput(beginning, most));
    try {
      int version = beginning.readInt();
      require(
          version == RecordFormat.VERSION,
          "the records are of version " + version + "; 1 can be read");
      snapshot = RecordFields.readTime(in);
    } catch (EOFException e) {
      throw endsEarly(e);
    }
  }

  /** Returns the time after which nothing in it is dated. */
  public Instant snapshot() {
    return snapshot;
  }

  /** Returns the next record, or nothing behind the last one. */
  public Optional<RepositoryRecord> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      if (in.readBoolean()) {
        count++;
        return Optional.of(RecordFields.read(in));
      }
      long told = in.readLong();
      require(
          told == count,
          "the records are damaged: there are %,d and should be %,d".formatted(count, told));
      require(in.read() < 0, "the records are damaged: something follows the last one");
    } catch (EOFException e) {
      throw endsEarly(e);
    }
    ended = true;
    return Optional.empty();
  }

  /** Reads all records that are left. */
  public void forEach(Consumer<RepositoryRecord> reader) throws IOException {
    for (Optional<RepositoryRecord> record = next(); record.isPresent(); record = next()) {
      reader.accept(record.get());
    }
  }

  private static IllegalArgumentException endsEarly(EOFException cause) {
    return new IllegalArgumentException("the file of records ends too early", cause);
  }
}
