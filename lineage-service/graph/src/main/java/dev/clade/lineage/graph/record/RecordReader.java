package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.EpochSeconds;
import dev.clade.lineage.graph.attribute.Profile;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link RecordWriter} wrote. The bytes are known to be right; what is checked here is
 * what would otherwise be found wrong much later, if a program had written them wrong.
 */
final class RecordReader {
  private final DataInputStream in;

  RecordReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when what is read makes no sense
   */
  RecordTable read() throws IOException {
    SortedNames names = readNames();
    List<Profile> profiles = new ArrayList<>();
    int profileCount = readCount();
    for (int i = 0; i < profileCount; i++) {
      profiles.add(
          new Profile(
              readText(), readText(), readTexts(), readTexts(), Availability.valueOf(readText())));
    }
    RecordTable table = new RecordTable(names);
    for (int name = 0; name < names.count(); name++) {
      readRecord(name, names.count(), profiles, table);
    }
    int aliases = readCount();
    for (int i = 0; i < aliases; i++) {
      readAlias(names.count(), table);
    }
    return table;
  }

  private SortedNames readNames() throws IOException {
    SortedNames.Builder names = new SortedNames.Builder();
    byte[] code = new byte[2 * Short.MAX_VALUE];
    int length = 0;
    int count = readCount();
    for (int i = 0; i < count; i++) {
      int shared = in.readShort();
      int rest = in.readShort();
      if (shared < 0 || shared > length || rest < 0) {
        throw new IllegalArgumentException(
            "name %d shares %d and adds %d bytes".formatted(i, shared, rest));
      }
      in.readFully(code, shared, rest);
      length = shared + rest;
      names.add(code, length);
    }
    return names.build();
  }

  private void readRecord(int name, int names, List<Profile> profiles, RecordTable table)
      throws IOException {
    int count = in.readInt();
    if (count == RecordWriter.NO_RECORD) {
      return;
    }
    int[] upstreams = new int[checked(count)];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      upstreams[i] = readBelow(names);
      labels[i] = in.readByte();
    }
    Profile profile = profiles.get(readBelow(profiles.size()));
    Attributes known = new Attributes(profile, EpochSeconds.read(in.readInt()));
    table.put(name, upstreams, labels, known);
  }

  private void readAlias(int names, RecordTable table) throws IOException {
    int alias = readBelow(names);
    int name = readBelow(names);
    if (!table.hasRecord(name)) {
      throw new IllegalArgumentException(
          "name %d is said to have been %d, and has no record".formatted(name, alias));
    }
    table.putAlias(alias, name);
  }

  private List<String> readTexts() throws IOException {
    int count = readCount();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(readText());
    }
    return texts;
  }

  private String readText() throws IOException {
    int length = readCount();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int readBelow(int end) throws IOException {
    int value = in.readInt();
    if (value < 0 || value >= end) {
      throw new IllegalArgumentException("%d is not from 0 to %d".formatted(value, end - 1));
    }
    return value;
  }

  private int readCount() throws IOException {
    return checked(in.readInt());
  }

  private static int checked(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("%d is no number of things".formatted(count));
    }
    return count;
  }
}
