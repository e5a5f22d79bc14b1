package dev.clade.embedding.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Arrays of 32-bit floats as bytes, little-endian, without their number. */
public final class Floats {
  private static final int PIECE = 1 << 14;
  private static final int FIRST = 1 << 20;

  private Floats() {}

  /** Writes all numbers. */
  public static void write(float[] values, OutputStream out) throws IOException {
    ByteBuffer piece = piece();
    for (int first = 0; first < values.length; first += PIECE) {
      int count = Math.min(PIECE, values.length - first);
      piece.asFloatBuffer().put(values, first, count);
      out.write(piece.array(), 0, count * Float.BYTES);
    }
  }

  /**
   * Reads so many numbers. Memory is taken as they come, so that a number that lies takes none.
   *
   * @throws EOFException if there are fewer
   */
  public static float[] read(int count, InputStream in) throws IOException {
    float[] values = new float[Math.min(count, FIRST)];
    ByteBuffer piece = piece();
    for (int first = 0; first < count; first += PIECE) {
      int size = Math.min(PIECE, count - first);
      if (in.readNBytes(piece.array(), 0, size * Float.BYTES) < size * Float.BYTES) {
        throw new EOFException("the numbers end too early");
      }
      if (first + size > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
      }
      piece.asFloatBuffer().get(values, first, size);
    }
    return values;
  }

  private static ByteBuffer piece() {
    return ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
