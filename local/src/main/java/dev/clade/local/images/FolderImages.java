package dev.clade.local.images;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.LabelledImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Reads images from folders: PNG, JPEG and GIF files, in the order of their names. Files and
 * folders whose names begin with a dot do not count.
 */
public final class FolderImages {
  private static final int LEAST_SIDE = 4;
  private static final int MOST_SIDE = 64;
  private static final int MOST_LABELS = 100;
  private static final int LARGEST_SIDE = 10_000;

  private FolderImages() {}

  /**
   * Reads a set.
   *
   * @param contributors folder with a folder of images for each contributor, named by its id
   * @param reference folder with a folder of images for each label; labels are numbered by name
   * @param side what images are scaled to, in pixels
   * @throws IOException when a file cannot be read or breaks a rule, which is then named
   */
  public static ImageSet read(Path contributors, Path reference, int side) throws IOException {
    if (side < LEAST_SIDE || side > MOST_SIDE) {
      throw new IllegalArgumentException("--size must be from 4 to 64; it is " + side);
    }
    ImageSet.Builder set = ImageSet.newBuilder().setWidth(side).setHeight(side);
    for (Path folder : folders(contributors)) {
      set.addContributors(
          Contributor.newBuilder()
              .setId(folder.getFileName().toString())
              .setPixels(images(folder, side)));
    }
    List<Path> labels = folders(reference);
    if (labels.size() > MOST_LABELS) {
      throw new IOException(
          "%s must hold at most 100 folders, one a label; it holds %d"
              .formatted(reference, labels.size()));
    }
    LabelledImages.Builder labelled = LabelledImages.newBuilder();
    for (int label = 0; label < labels.size(); label++) {
      ByteString pixels = images(labels.get(label), side);
      byte[] repeated = new byte[pixels.size() / (side * side)];
      Arrays.fill(repeated, (byte) label);
      labelled
          .setPixels(labelled.getPixels().concat(pixels))
          .setLabels(labelled.getLabels().concat(ByteString.copyFrom(repeated)));
    }
    return set.setReference(labelled).build();
  }

  private static List<Path> folders(Path folder) throws IOException {
    List<Path> folders = visible(folder, Files::isDirectory);
    if (folders.isEmpty()) {
      throw new IOException(folder + " must hold folders of images; it holds none");
    }
    return folders;
  }

  private static ByteString images(Path folder, int side) throws IOException {
    ByteString.Output pixels = ByteString.newOutput();
    for (Path file : visible(folder, Files::isRegularFile)) {
      pixels.write(GreyImage.pixels(image(file), side));
    }
    return pixels.toByteString();
  }

  private static BufferedImage image(Path file) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("%s cannot be read as an image: %s".formatted(file, e.getMessage()), e);
    }
    if (image == null) {
      throw new IOException(file + " must be a PNG, JPEG or GIF image");
    }
    if (image.getWidth() > LARGEST_SIDE || image.getHeight() > LARGEST_SIDE) {
      throw new IOException(file + " must be at most 10,000 pixels wide and high");
    }
    return image;
  }

  private static List<Path> visible(Path folder, Predicate<Path> kind) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .filter(kind)
          .sorted()
          .toList();
    }
  }
}
