package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.attribute.AttributeView;
import dev.clade.lineage.graph.attribute.Profile;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes what {@link RecordReader} reads. */
final class RecordWriter {
  /** In place of a number of declarations: the name has no record. */
  static final int NO_RECORD = -1;

  private final RecordTable table;
  private final DataOutputStream out;
  private final Object2IntLinkedOpenHashMap<Profile> profiles = new Object2IntLinkedOpenHashMap<>();

  RecordWriter(RecordTable table, DataOutputStream out) {
    this.table = table;
    this.out = out;
  }

  void write() throws IOException {
    table.tidy();
    SortedNames names = table.sortedNames();
    AttributeView attributes = table.attributes();
    writeNames(names);
    for (int name = 0; name < names.count(); name++) {
      if (table.hasRecord(name)) {
        profiles.putIfAbsent(attributes.profile(name), profiles.size());
      }
    }
    out.writeInt(profiles.size());
    for (Profile profile : profiles.keySet()) {
      writeProfile(profile);
    }
    for (int name = 0; name < names.count(); name++) {
      writeRecord(name, attributes);
    }
    writeAliases();
  }

  private void writeNames(SortedNames names) throws IOException {
    out.writeInt(names.count());
    byte[] last = {};
    SortedNames.Cursor cursor = names.start();
    while (cursor.hasNext()) {
      cursor.advance();
      byte[] code = Arrays.copyOf(cursor.code(), cursor.length());
      int mismatch = Arrays.mismatch(last, code);
      int shared = mismatch < 0 ? code.length : mismatch;
      out.writeShort(shared);
      out.writeShort(code.length - shared);
      out.write(code, shared, code.length - shared);
      last = code;
    }
  }

  private void writeProfile(Profile profile) throws IOException {
    writeText(profile.task());
    writeText(profile.library());
    writeTexts(profile.licenses());
    writeTexts(profile.languages());
    writeText(profile.availability().name());
  }

  private void writeRecord(int name, AttributeView attributes) throws IOException {
    if (!table.hasRecord(name)) {
      out.writeInt(NO_RECORD);
      return;
    }
    int count = table.declarationCount(name);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeInt(table.upstream(name, i));
      out.writeByte(table.label(name, i));
    }
    out.writeInt(profiles.getInt(attributes.profile(name)));
    out.writeInt(attributes.createSecond(name));
  }

  private void writeAliases() throws IOException {
    long[] claims = table.aliasClaims().toArray();
    out.writeInt(claims.length);
    for (long claim : claims) {
      out.writeLong(claim);
    }
  }

  private void writeTexts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(text);
    }
  }

  private void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
