package dev.clade.embedding.repository.file;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The form of a file of records, the same on every machine.
 *
 * <p>It is: the letters {@code CLADEREC}; the version of the format, 1; blocks. A block is the
 * number of its bytes, how many they are compressed, a CRC-32C of these two numbers and of the
 * compressed bytes, and these, in zlib's form. A block of 0 bytes is the end and has nothing behind
 * its number. The bytes of all blocks together are the time of the snapshot, for each record a byte
 * 1 and the record, a byte 0, and the number of records. Numbers are big-endian.
 */
public final class RecordFormat {
  /** Longest part of a card that is kept, in UTF-16 units; what follows is left out. */
  public static final int LONGEST_CARD = 1 << 15;

  /** Most entries of one list of a record that are kept. */
  static final int MOST_ENTRIES = 1 << 20;

  static final byte[] MAGIC = "CLADEREC".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int BLOCK = 1 << 18;

  private RecordFormat() {}

  /** Returns the checksum of a block. */
  static int checksum(int size, byte[] compressed, int length) {
    CRC32C checksum = new CRC32C();
    for (int number : new int[] {size, length}) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        checksum.update(number >>> shift);
      }
    }
    checksum.update(compressed, 0, length);
    return (int) checksum.getValue();
  }

  /** Refuses what is not as it must be. */
  static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
