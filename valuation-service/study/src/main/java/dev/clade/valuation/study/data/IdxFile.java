package dev.clade.valuation.study.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Reads images and labels in the IDX format of the MNIST data sets: two zero bytes, the type of the
 * numbers (unsigned bytes here), how many dimensions, their sizes, the numbers.
 */
public final class IdxFile {
  private static final int UNSIGNED_BYTES = 0x08;
  private static final long LARGEST = 1L << 30;

  private IdxFile() {}

  /**
   * Reads images with their labels.
   *
   * @param images compressed file of three dimensions: images, rows, columns
   * @param labels compressed file of one dimension
   * @throws IOException when a file cannot be read or is not what it should be; says which
   */
  public static LabelledImages read(Path images, Path labels) throws IOException {
    Numbers pictures = numbers(images, 3);
    Numbers classes = numbers(labels, 1);
    if (pictures.sizes[0] != classes.sizes[0]) {
      throw new IOException(
          "%s has %,d images, %s %,d labels"
              .formatted(images, pictures.sizes[0], labels, classes.sizes[0]));
    }
    return new LabelledImages(
        pictures.sizes[2], pictures.sizes[1], pictures.values, classes.values);
  }

  private record Numbers(int[] sizes, byte[] values) {}

  private static Numbers numbers(Path file, int dimensions) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      int magic = in.readInt();
      if (magic != (UNSIGNED_BYTES << Byte.SIZE | dimensions)) {
        throw new IOException(
            "%s: must begin as an IDX file of bytes in %d dimensions; it begins with %08x"
                .formatted(file, dimensions, magic));
      }
      int[] sizes = new int[dimensions];
      for (int i = 0; i < dimensions; i++) {
        sizes[i] = in.readInt();
      }
      long length = Arrays.stream(sizes).asLongStream().reduce(1, Math::multiplyExact);
      if (Arrays.stream(sizes).anyMatch(size -> size < 1) || length > LARGEST) {
        throw new IOException(
            "%s: sizes must be above 0 and %,d numbers at most: %s"
                .formatted(file, LARGEST, Arrays.toString(sizes)));
      }
      byte[] values = new byte[(int) length];
      in.readFully(values);
      return new Numbers(sizes, values);
    } catch (EOFException e) {
      throw new IOException(file + ": ends before its numbers do", e);
    }
  }
}
