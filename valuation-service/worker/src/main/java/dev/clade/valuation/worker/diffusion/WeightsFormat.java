package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.TensorShape;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Weights as bytes, the same on every machine.
 *
 * <p>They are, little-endian: the letters {@code CLADEWTS}; the version of the format, 1, as 32
 * bits; the model's options and the weights' origin, each as text in UTF-8 after its length in
 * bytes; how many groups of channels there are, and the units of each; how many weights there are,
 * and each as a 32-bit float; at last, the SHA-256 of all that. Lengths and counts have 32 bits.
 */
public final class WeightsFormat {
  private static final byte[] MAGIC = "CLADEWTS".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = 32;
  private static final int SMALLEST = MAGIC.length + 5 * Integer.BYTES + CHECKSUM_BYTES;

  private WeightsFormat() {}

  /**
   * Writes weights.
   *
   * @param origin all that decides what the weights are, beside the model's options
   */
  public static byte[] encode(TrainedWeights weights, String origin) {
    byte[] options = utf8(weights.options().toString());
    byte[] from = utf8(origin);
    List<Integer> widths = weights.widths();
    float[] values = weights.weights();
    long bytes =
        SMALLEST
            + (long) options.length
            + from.length
            + (long) Integer.BYTES * widths.size()
            + (long) Float.BYTES * values.length;
    ByteBuffer content =
        ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC);
    content.putInt(VERSION).putInt(options.length).put(options).putInt(from.length).put(from);
    content.putInt(widths.size());
    widths.forEach(content::putInt);
    content.putInt(values.length);
    content.asFloatBuffer().put(values);
    byte[] all = content.array();
    System.arraycopy(checksum(all), 0, all, all.length - CHECKSUM_BYTES, CHECKSUM_BYTES);
    return all;
  }

  /**
   * Reads weights.
   *
   * @param options options that the model must have
   * @param origin where the weights must come from
   * @throws IllegalArgumentException when they are damaged, or not what was asked for
   */
  public static TrainedWeights decode(byte[] content, ModelOptions options, String origin) {
    require(
        content.length >= SMALLEST && Arrays.equals(MAGIC, Arrays.copyOf(content, MAGIC.length)),
        "these are no weights: the first letters are others than CLADEWTS");
    try {
      return read(
          ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length),
          content,
          options,
          origin);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the weights end too early", e);
    }
  }

  private static TrainedWeights read(
      ByteBuffer in, byte[] content, ModelOptions options, String origin) {
    int version = in.getInt();
    require(version == VERSION, "the weights are of version " + version + "; 1 can be read");
    require(
        Arrays.equals(
            checksum(content),
            Arrays.copyOfRange(content, content.length - CHECKSUM_BYTES, content.length)),
        "the weights are damaged: their checksum is another");
    String theirs = text(in);
    require(
        theirs.equals(options.toString()),
        "the weights are of another model: %s and not %s".formatted(theirs, options));
    String from = text(in);
    require(
        from.equals(origin),
        "the weights come of another training: %s and not %s".formatted(from, origin));
    List<Integer> widths = widths(in, options);
    int count = in.getInt();
    int expected = TensorShape.totalSize(options.architecture(widths).layout().shapes());
    require(
        count == expected && in.remaining() == (long) Float.BYTES * count + CHECKSUM_BYTES,
        "there are %,d weights where such a model has %,d".formatted(count, expected));
    float[] values = new float[count];
    in.asFloatBuffer().get(values);
    return new TrainedWeights(options, widths, values, OptionalDouble.empty());
  }

  private static List<Integer> widths(ByteBuffer in, ModelOptions options) {
    List<Integer> full = options.architecture(List.of()).layout().widths();
    int groups = in.getInt();
    require(
        groups == full.size(),
        "there are %,d groups of channels where such a model has %,d"
            .formatted(groups, full.size()));
    List<Integer> widths = new ArrayList<>(groups);
    for (int most : full) {
      int width = in.getInt();
      require(
          width >= 1 && width <= most,
          "a group of channels has %,d units where there are 1 to %,d".formatted(width, most));
      widths.add(width);
    }
    return widths;
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    require(
        length >= 0 && length <= in.remaining() - CHECKSUM_BYTES,
        "a text of %,d bytes is longer than the weights' content".formatted(length));
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] checksum(byte[] content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(content, 0, content.length - CHECKSUM_BYTES);
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
