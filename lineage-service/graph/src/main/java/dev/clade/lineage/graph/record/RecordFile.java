package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.file.BadFileException;
import dev.clade.lineage.graph.file.ChunkReader;
import dev.clade.lineage.graph.file.ChunkWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A record table as a file, so that a restart reads it and then only the tail of the feed.
 *
 * <p>The file has 8 bytes that tell what it is, the format's version in 4, and then in chunks: the
 * position in the feed, the names in their order, front-coded, the profiles, each name's record,
 * and the aliases. Tables with the same records give the same bytes, in whatever order the records
 * came.
 */
public final class RecordFile {
  private static final long MAGIC = 0x434c_4144_4552_4543L; // "CLADEREC"
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;

  private RecordFile() {}

  /**
   * What a file holds.
   *
   * @param table the records
   * @param sequence the last change of the feed that they include
   */
  public record Restored(RecordTable table, long sequence) {}

  /**
   * Writes a table, which is tidied for it, and leaves the stream open. For the table's writer.
   *
   * @param sequence the last change of the feed that the table includes
   */
  public static void write(RecordTable table, long sequence, OutputStream file) throws IOException {
    OutputStream buffered = new BufferedOutputStream(file, BUFFER);
    DataOutputStream header = new DataOutputStream(buffered);
    header.writeLong(MAGIC);
    header.writeInt(VERSION);
    ChunkWriter chunks = new ChunkWriter(buffered);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(chunks, BUFFER));
    out.writeLong(sequence);
    new RecordWriter(table, out).write();
    out.flush();
    chunks.finish();
  }

  /**
   * Reads a table, and leaves the stream open, behind the file or some way farther.
   *
   * @throws BadFileException when the file is not one of records, of another version, damaged, or
   *     cut off
   */
  public static Restored read(InputStream file) throws IOException {
    InputStream buffered = new BufferedInputStream(file, BUFFER);
    readHeader(new DataInputStream(buffered));
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new ChunkReader(buffered), BUFFER));
    try {
      long sequence = in.readLong();
      RecordTable table = new RecordReader(in).read();
      if (in.read() >= 0) {
        throw new BadFileException("the file is damaged: it holds more than it says");
      }
      return new Restored(table, sequence);
    } catch (EOFException e) {
      throw new BadFileException("the file is damaged: it holds less than it says", e);
    } catch (IllegalArgumentException e) {
      throw new BadFileException("the file is damaged: " + e.getMessage(), e);
    }
  }

  private static void readHeader(DataInputStream in) throws IOException {
    try {
      if (in.readLong() != MAGIC) {
        throw new BadFileException("the file is not one of graph records");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new BadFileException(
            "the file is of version %d, where this program reads version %d"
                .formatted(version, VERSION));
      }
    } catch (EOFException e) {
      throw new BadFileException("the file is not one of graph records: it is too short", e);
    }
  }
}
