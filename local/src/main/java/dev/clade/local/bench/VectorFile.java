package dev.clade.local.bench;

import dev.clade.embedding.vector.VectorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads vectors in the form of the usual benches of nearest neighbours ({@code .fvecs}): each is
 * its number of dimensions in 32 bits and as many 32-bit floats, little-endian.
 */
final class VectorFile {
  private VectorFile() {}

  /**
   * Returns the vectors of a file, brought to unit length.
   *
   * @param most how many to read at most
   * @throws IllegalArgumentException if the file is no such file
   */
  static VectorTable read(Path file, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int width = bytes.remaining() < Integer.BYTES ? 0 : bytes.getInt(0);
    int record = Integer.BYTES + width * Float.BYTES;
    if (width < 1 || width > 10_000 || bytes.remaining() % record != 0) {
      throw new IllegalArgumentException(file.getFileName() + " is no file of vectors (.fvecs)");
    }
    int rows = Math.min(most, bytes.remaining() / record);
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      if (bytes.getInt() != width) {
        throw new IllegalArgumentException(
            "vector %d of %s has other dimensions than the first"
                .formatted(row, file.getFileName()));
      }
      bytes.asFloatBuffer().get(values, row * width, width);
      bytes.position(bytes.position() + width * Float.BYTES);
    }
    return VectorTable.normalised(width, values);
  }
}
