package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static final int LONGEST = 8;
  private static final int KEPT = 3;

  /** Text over an alphabet in which every interesting byte is frequent, read in random chunks. */
  @Property(tries = 2_000)
  void linesAreThoseOfANaiveSplit(
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> symbols, @ForAll long seed)
      throws IOException {
    byte[] bytes = bytes(symbols);
    List<Line> expected = split(bytes);

    LineReader reader = new LineReader(new Chunks(bytes, new Random(seed)), LONGEST, KEPT);

    for (Line line : expected) {
      Line read = reader.next();
      assertThat(read.number()).isEqualTo(line.number());
      assertThat(read.bytes()).isEqualTo(line.bytes());
      assertThat(read.size()).isEqualTo(line.size());
      assertThat(read.complete()).isEqualTo(line.complete());
    }
    assertThat(reader.next()).isNull();
    assertThat(reader.checkpoint()).isEqualTo(new Checkpoint(expected.size(), bytes.length));
  }

  @Property(tries = 1_000)
  void readingGoesOnAtAnyCheckpoint(
      @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> symbols,
      @ForAll @IntRange(max = 20) int before,
      @ForAll long seed)
      throws IOException {
    byte[] bytes = bytes(symbols);
    LineReader first = new LineReader(new ByteArrayInputStream(bytes), LONGEST, KEPT);
    for (int i = 0; i < before; i++) {
      first.next();
    }

    LineReader resumed = new LineReader(new Chunks(bytes, new Random(seed)), LONGEST, KEPT);
    resumed.skipTo(first.checkpoint());

    for (Line line = first.next(); line != null; line = first.next()) {
      Line read = resumed.next();
      assertThat(read.number()).isEqualTo(line.number());
      assertThat(read.bytes()).isEqualTo(line.bytes());
    }
    assertThat(resumed.next()).isNull();
  }

  @Test
  void aLineOfManyBuffersIsSkippedWithoutBeingKept() throws IOException {
    long size = 50_000_000;
    InputStream endless = new Repeated('x', size);

    Line line = new LineReader(endless, 1_000_000, 64).next();

    assertThat(line.complete()).isFalse();
    assertThat(line.size()).isEqualTo(size);
    assertThat(line.bytes()).hasSize(64);
  }

  private static byte[] bytes(List<Integer> symbols) {
    byte[] alphabet = "\n\r\nab\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[symbols.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = alphabet[symbols.get(i)];
    }
    return bytes;
  }

  private static List<Line> split(byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      boolean ends = i == bytes.length ? start < i : bytes[i] == '\n';
      if (ends) {
        byte[] whole = Arrays.copyOfRange(bytes, start, i);
        int number = lines.size() + 1;
        if (whole.length > LONGEST) {
          lines.add(new Line(number, Arrays.copyOf(whole, KEPT), whole.length, false));
        } else {
          boolean feed = whole.length > 0 && whole[whole.length - 1] == '\r';
          byte[] content = feed ? Arrays.copyOf(whole, whole.length - 1) : whole;
          lines.add(new Line(number, content, whole.length, true));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  /** Hands out bytes in chunks of random length, as networks and decompressors do. */
  private static final class Chunks extends ByteArrayInputStream {
    private final Random random;

    Chunks(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1 + random.nextInt(5)));
    }
  }

  /** One byte, many times. */
  private static final class Repeated extends InputStream {
    private final int value;
    private long left;

    Repeated(int value, long times) {
      this.value = value;
      this.left = times;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(into, offset, offset + count, (byte) value);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
