package dev.clade.local.images;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.LabelledImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Reads square grey images from a table without a header: one image a line, its pixels row after
 * row and then its label, all whole numbers with commas between them; plain or gzipped. The largest
 * pixel of the table becomes white.
 */
public final class CsvImages {
  /** How images are given to contributors. */
  public enum Split {
    /** Each label is a contributor of its own. */
    LABEL,
    /** The images are dealt out one by one. */
    ROUND_ROBIN
  }

  private static final class Image {
    private final int[] pixels;
    private final int label;

    private Image(int[] pixels, int label) {
      this.pixels = pixels;
      this.label = label;
    }
  }

  private CsvImages() {}

  /**
   * Reads a set.
   *
   * @param file table of images
   * @param split how images are given to contributors
   * @param contributors how many contributors images are dealt out to; unused with {@link
   *     Split#LABEL}
   * @param referenceEvery every how many images one is kept for the reference, at least 2
   * @throws IOException when the file cannot be read or a line breaks a rule
   */
  public static ImageSet read(Path file, Split split, int contributors, int referenceEvery)
      throws IOException {
    List<Image> images = parse(file);
    int largest =
        images.stream().flatMapToInt(image -> Arrays.stream(image.pixels)).max().orElse(0);
    ByteString.Output referencePixels = ByteString.newOutput();
    ByteString.Output labels = ByteString.newOutput();
    Map<String, ByteString.Output> given = new TreeMap<>();
    for (int i = 0, dealt = 0; i < images.size(); i++) {
      Image image = images.get(i);
      if (i % referenceEvery == 0) {
        referencePixels.write(scale(image.pixels, largest));
        labels.write(image.label);
      } else {
        String id =
            split == Split.LABEL
                ? "label-%02d".formatted(image.label)
                : "contributor-%02d".formatted(dealt++ % contributors + 1);
        given
            .computeIfAbsent(id, unused -> ByteString.newOutput())
            .write(scale(image.pixels, largest));
      }
    }
    int side = (int) Math.sqrt(images.getFirst().pixels.length);
    ImageSet.Builder set =
        ImageSet.newBuilder()
            .setWidth(side)
            .setHeight(side)
            .setReference(
                LabelledImages.newBuilder()
                    .setPixels(referencePixels.toByteString())
                    .setLabels(labels.toByteString()));
    given.forEach(
        (id, pixels) ->
            set.addContributors(
                Contributor.newBuilder().setId(id).setPixels(pixels.toByteString())));
    return set.build();
  }

  private static byte[] scale(int[] pixels, int largest) {
    byte[] scaled = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      scaled[i] = (byte) Math.round(pixels[i] * 255.0 / Math.max(1, largest));
    }
    return scaled;
  }

  private static List<Image> parse(Path file) throws IOException {
    List<Image> images = new ArrayList<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Image image = image(line, file, images.size() + 1);
        if (!images.isEmpty() && images.getFirst().pixels.length != image.pixels.length) {
          throw broken(file, images.size() + 1, "has another number of pixels than line 1");
        }
        images.add(image);
      }
    }
    if (images.isEmpty()) {
      throw new IOException(file + " holds no images");
    }
    return images;
  }

  private static Image image(String line, Path file, int number) throws IOException {
    String[] cells = line.split(",", -1);
    int side = (int) Math.sqrt(cells.length - 1.0);
    if (cells.length < 2 || side * side != cells.length - 1) {
      throw broken(file, number, "must hold the pixels of a square image and a label");
    }
    int[] numbers = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      try {
        numbers[i] = Integer.parseInt(cells[i].strip());
      } catch (NumberFormatException e) {
        throw broken(file, number, "holds \"%s\", which is no whole number".formatted(cells[i]));
      }
    }
    int label = numbers[cells.length - 1];
    if (Arrays.stream(numbers).min().getAsInt() < 0 || label > 99) {
      throw broken(file, number, "must hold no negative number, and a label of at most 99");
    }
    return new Image(Arrays.copyOf(numbers, cells.length - 1), label);
  }

  private static BufferedReader open(Path file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 2);
    byte[] magic = bytes.readNBytes(2);
    bytes.unread(magic);
    boolean gzipped = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    InputStream plain = gzipped ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static IOException broken(Path file, int line, String rule) {
    return new IOException("%s, line %d, %s".formatted(file, line, rule));
  }
}
