package dev.clade.embedding.repository.file;

import static dev.clade.embedding.repository.file.RecordFormat.require;

import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.DeclaredRelation;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryFile;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The fields of a record as bytes, in the order of {@link RepositoryRecord}: texts in UTF-8 after
 * their length in bytes, lists after their number of entries, maps in the order of their keys, what
 * may be missing after whether it is there, kinds as their places.
 */
final class RecordFields {
  private static final int LONGEST_TEXT = 1 << 24;

  private RecordFields() {}

  static void write(RepositoryRecord record, DataOutputStream out) throws IOException {
    out.writeByte(record.kind().ordinal());
    writeText(record.id(), out);
    writeOptionalTime(record.createdAt(), out);
    writeOptionalTime(record.observedAt(), out);
    writeText(record.task(), out);
    writeText(record.library(), out);
    writeList(record.licenses(), out, RecordFields::writeText);
    writeText(cut(record.card()), out);
    writeList(record.tags(), out, RecordFields::writeText);
    writeList(
        new TreeMap<>(record.config()).entrySet(),
        out,
        (entry, to) -> {
          writeText(entry.getKey(), to);
          writeText(entry.getValue(), to);
        });
    writeList(
        new TreeMap<>(record.numbers()).entrySet(),
        out,
        (entry, to) -> {
          writeText(entry.getKey(), to);
          to.writeDouble(entry.getValue());
        });
    writeList(
        record.files(),
        out,
        (file, to) -> {
          writeText(file.name(), to);
          to.writeBoolean(file.bytes().isPresent());
          to.writeLong(file.bytes().orElse(0));
        });
    writeList(
        record.commits(),
        out,
        (commit, to) -> {
          writeTime(commit.time(), to);
          writeList(commit.authors(), to, RecordFields::writeText);
        });
    writeList(
        record.counts(),
        out,
        (counts, to) -> {
          writeTime(counts.time(), to);
          to.writeLong(counts.downloads());
          to.writeLong(counts.likes());
        });
    writeList(
        record.relations(),
        out,
        (relation, to) -> {
          to.writeByte(relation.kind().ordinal());
          writeText(relation.target(), to);
        });
  }

  static RepositoryRecord read(DataInputStream in) throws IOException {
    return new RepositoryRecord(
        constant(RepositoryKind.values(), in),
        readText(in),
        readOptionalTime(in),
        readOptionalTime(in),
        readText(in),
        readText(in),
        readList(in, RecordFields::readText),
        readText(in),
        readList(in, RecordFields::readText),
        readMap(in, RecordFields::readText),
        readMap(in, DataInputStream::readDouble),
        readList(in, RecordFields::readFile),
        readList(
            in, from -> new DatedCommit(readTime(from), readList(from, RecordFields::readText))),
        readList(in, from -> new DatedCounts(readTime(from), from.readLong(), from.readLong())),
        readList(
            in,
            from -> new DeclaredRelation(constant(RelationKind.values(), from), readText(from))));
  }

  static void writeTime(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  static Instant readTime(DataInputStream in) throws IOException {
    long seconds = in.readLong();
    int nanos = in.readInt();
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("the records are damaged: a time is none", e);
    }
  }

  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static <T> void writeList(Collection<T> values, DataOutputStream out, Writer<T> writer)
      throws IOException {
    int left = Math.min(values.size(), RecordFormat.MOST_ENTRIES);
    out.writeInt(left);
    for (T value : values) {
      if (left-- == 0) {
        return;
      }
      writer.write(value, out);
    }
  }

  private static <T> List<T> readList(DataInputStream in, Reader<T> reader) throws IOException {
    int count = in.readInt();
    require(
        count >= 0 && count <= RecordFormat.MOST_ENTRIES,
        "the records are damaged: a list would have %,d entries".formatted(count));
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(reader.read(in));
    }
    return values;
  }

  private static <T> Map<String, T> readMap(DataInputStream in, Reader<T> reader)
      throws IOException {
    Map<String, T> values = new HashMap<>();
    readList(in, from -> values.put(readText(from), reader.read(from)));
    return values;
  }

  private static RepositoryFile readFile(DataInputStream in) throws IOException {
    String name = readText(in);
    boolean sized = in.readBoolean();
    long bytes = in.readLong();
    return new RepositoryFile(name, sized ? OptionalLong.of(bytes) : OptionalLong.empty());
  }

  private static void writeOptionalTime(Optional<Instant> time, DataOutputStream out)
      throws IOException {
    out.writeBoolean(time.isPresent());
    if (time.isPresent()) {
      writeTime(time.get(), out);
    }
  }

  private static Optional<Instant> readOptionalTime(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(readTime(in)) : Optional.empty();
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    require(bytes.length <= LONGEST_TEXT, "a text of a record is longer than 16 MiB");
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    require(
        length >= 0 && length <= LONGEST_TEXT,
        "the records are damaged: a text would have %,d bytes".formatted(length));
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a text ends too early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static <E> E constant(E[] values, DataInputStream in) throws IOException {
    int place = in.readUnsignedByte();
    require(place < values.length, "the records are damaged: there is no kind " + place);
    return values[place];
  }

  /** A pair of surrogates is not cut apart. */
  private static String cut(String card) {
    if (card.length() <= RecordFormat.LONGEST_CARD) {
      return card;
    }
    boolean apart = Character.isHighSurrogate(card.charAt(RecordFormat.LONGEST_CARD - 1));
    return card.substring(0, RecordFormat.LONGEST_CARD - (apart ? 1 : 0));
  }
}
