package dev.clade.embedding.making;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.token.TokenHash;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A vocabulary as bytes, which begin with the name of the format and of the hash. The same
 * vocabulary gives the same bytes.
 */
public final class VocabularyFormat {
  private static final String NAME = "clade-vocabulary/1 " + TokenHash.ID;

  private VocabularyFormat() {}

  /** Writes a vocabulary. */
  public static void write(Vocabulary vocabulary, DataOutput out) throws IOException {
    out.writeUTF(NAME);
    writeTexts(vocabulary.leaks().fields().stream().sorted().map(Field::name).toList(), out);
    writeTexts(vocabulary.leaks().values(), out);
    writeTexts(vocabulary.leaks().tasks(), out);
    long[] lines = vocabulary.boilerplate().toLongArray();
    Arrays.sort(lines);
    out.writeInt(lines.length);
    for (long line : lines) {
      out.writeLong(line);
    }
    writeFloats(vocabulary.cardWorth(), out);
    writeFloats(vocabulary.tagWorth(), out);
    out.writeInt(vocabulary.scores().columns());
    for (double[] column : vocabulary.scores().quantiles()) {
      out.writeInt(column.length);
      for (double value : column) {
        out.writeDouble(value);
      }
    }
    int[] owners = vocabulary.owners().toIntArray();
    Arrays.sort(owners);
    out.writeInt(owners.length);
    for (int owner : owners) {
      out.writeInt(owner);
    }
  }

  /**
   * Reads a vocabulary.
   *
   * @throws IOException if it cannot be read, or is of another format or hash
   */
  public static Vocabulary read(DataInput in) throws IOException {
    String name = in.readUTF();
    if (!name.equals(NAME)) {
      throw new IOException("the vocabulary is of format %s, not %s".formatted(name, NAME));
    }
    Set<Field> fields = EnumSet.noneOf(Field.class);
    readTexts(in).forEach(field -> fields.add(Field.valueOf(field)));
    LeakList leaks = new LeakList(fields, readTexts(in), readTexts(in));
    LongOpenHashSet lines = new LongOpenHashSet();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(in.readLong());
    }
    float[] cardWorth = readFloats(in);
    float[] tagWorth = readFloats(in);
    double[][] quantiles = new double[in.readInt()][];
    for (int c = 0; c < quantiles.length; c++) {
      quantiles[c] = new double[in.readInt()];
      for (int i = 0; i < quantiles[c].length; i++) {
        quantiles[c][i] = in.readDouble();
      }
    }
    IntOpenHashSet owners = new IntOpenHashSet();
    for (int left = in.readInt(); left > 0; left--) {
      owners.add(in.readInt());
    }
    return new Vocabulary(leaks, lines, cardWorth, tagWorth, new NormalScores(quantiles), owners);
  }

  private static void writeTexts(Collection<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static Set<String> readTexts(DataInput in) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static void writeFloats(float[] values, DataOutput out) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInput in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
