package dev.clade.embedding.making;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.column.NumericColumns;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.token.CardTokens;
import dev.clade.embedding.token.OwnerTokens;
import dev.clade.embedding.token.TagTokens;
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
  private static final int MOST_TEXTS = 1 << 22;

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
   * @throws IllegalArgumentException if it is of another format or hash, or does not fit the
   *     features that are made here
   */
  public static Vocabulary read(DataInput in) throws IOException {
    String name = in.readUTF();
    if (!name.equals(NAME)) {
      throw new IllegalArgumentException(
          "the vocabulary is of format %s, not %s".formatted(name, NAME));
    }
    Set<Field> fields = EnumSet.noneOf(Field.class);
    readTexts(in).forEach(field -> fields.add(field(field)));
    LeakList leaks = new LeakList(fields, readTexts(in), readTexts(in));
    LongOpenHashSet lines = new LongOpenHashSet();
    for (int left = count(in, MOST_TEXTS); left > 0; left--) {
      lines.add(in.readLong());
    }
    float[] cardWorth = readFloats(CardTokens.BUCKETS, in);
    float[] tagWorth = readFloats(TagTokens.BUCKETS, in);
    requireCount(in.readInt(), NumericColumns.COUNT);
    double[][] quantiles = new double[NumericColumns.COUNT][];
    for (int c = 0; c < quantiles.length; c++) {
      quantiles[c] = new double[count(in, NormalScores.MOST_QUANTILES)];
      for (int i = 0; i < quantiles[c].length; i++) {
        quantiles[c][i] = in.readDouble();
      }
    }
    IntOpenHashSet owners = new IntOpenHashSet();
    for (int left = count(in, OwnerTokens.BUCKETS); left > 0; left--) {
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
    for (int left = count(in, MOST_TEXTS); left > 0; left--) {
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

  private static Field field(String name) {
    return Arrays.stream(Field.values())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the vocabulary has a field %s".formatted(name)));
  }

  private static int count(DataInput in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException(
          "the vocabulary would have %,d entries; at most %,d are allowed".formatted(count, most));
    }
    return count;
  }

  private static void requireCount(int count, int wanted) {
    if (count != wanted) {
      throw new IllegalArgumentException(
          "the vocabulary has %,d columns where features have %,d".formatted(count, wanted));
    }
  }

  private static float[] readFloats(int count, DataInput in) throws IOException {
    requireCount(in.readInt(), count);
    float[] values = new float[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
