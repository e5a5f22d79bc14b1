package dev.clade.valuation.worker.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;

/**
 * The root of all streams of one training, one sample or one reference network. Equal sources give
 * equal streams; different ones give independent streams for all that tests can tell.
 */
public final class RandomSource {
  private final byte[] material;

  private RandomSource(byte[] material) {
    this.material = material;
  }

  /**
   * Returns the source of what all coalitions and replicates of a run share: the noise that images
   * are generated from. Sharing it (common random numbers) takes sampling noise out of the
   * differences between coalitions.
   *
   * @param imageSet resource name of the images
   * @param seed root of the run's randomness
   */
  public static RandomSource ofRun(String imageSet, long seed) {
    return digest("run", imageSet.getBytes(StandardCharsets.UTF_8), longs(seed));
  }

  /**
   * Returns the source of one training.
   *
   * @param imageSet resource name of the images
   * @param seed root of the run's randomness
   * @param coalition contributors that take part
   * @param replicate number of the training seed, from 0
   * @param attempt how many trainings of this evaluation diverged before, from 0
   */
  public static RandomSource ofTraining(
      String imageSet, long seed, BitSet coalition, int replicate, int attempt) {
    return digest(
        "training",
        imageSet.getBytes(StandardCharsets.UTF_8),
        longs(seed, replicate, attempt),
        coalition.toByteArray());
  }

  /**
   * Returns the source of one training of an embedding.
   *
   * @param seed root of its randomness
   * @param attempt how many times it diverged before, from 0
   */
  public static RandomSource ofEmbedding(long seed, int attempt) {
    return digest("embedding", longs(seed, attempt));
  }

  /** Returns a source that depends on content only. */
  public static RandomSource ofContent(byte[] content) {
    return digest("content", content);
  }

  /**
   * Returns the source of one item among many. It depends on what the item is, not on its place, so
   * equal items have equal numbers and the order of items does not matter.
   */
  public RandomSource ofItem(float[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(content.length * Float.BYTES);
    bytes.asFloatBuffer().put(content);
    return digest("item", material, bytes.array());
  }

  /** Returns a number that other sources may be rooted in. */
  public long seed() {
    return ByteBuffer.wrap(material).getLong();
  }

  /**
   * Returns a stream from its beginning.
   *
   * @param purpose what the numbers are for
   * @param step optimizer step, epoch or batch, as the purpose counts them
   */
  public RandomStream stream(Purpose purpose, long step) {
    byte[] key =
        digest("stream", material, purpose.name().getBytes(StandardCharsets.US_ASCII)).material;
    return new RandomStream(ByteBuffer.wrap(key).getLong(), step);
  }

  private static byte[] longs(long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
    for (long value : values) {
      buffer.putLong(value);
    }
    return buffer.array();
  }

  /** Hashes parts with their lengths, so that no two lists of parts hash the same bytes. */
  private static RandomSource digest(String domain, byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(domain.getBytes(StandardCharsets.US_ASCII));
      for (byte[] part : parts) {
        sha.update(longs(part.length));
        sha.update(part);
      }
      return new RandomSource(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
