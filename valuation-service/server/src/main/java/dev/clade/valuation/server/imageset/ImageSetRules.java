package dev.clade.valuation.server.imageset;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.domain.Contributor;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.ImageSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of a good image set. */
final class ImageSetRules {
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int LEAST_SIDE = 4;
  private static final int MOST_SIDE = 64;
  private static final int LEAST_REFERENCE_IMAGES = 50;
  private static final int MOST_LABEL = 99;

  private ImageSetRules() {}

  /**
   * Checks an image set as it was sent.
   *
   * @throws CladeException naming the first field that breaks a rule
   */
  static void check(ImageSet imageSet) {
    requireSize(imageSet);
    Fields.requireRange("image_set.width", imageSet.width(), LEAST_SIDE, MOST_SIDE);
    Fields.requireRange("image_set.height", imageSet.height(), LEAST_SIDE, MOST_SIDE);
    checkContributors(imageSet);
    checkReference(imageSet);
  }

  private static void requireSize(ImageSet imageSet) {
    long bytes = imageSet.referencePixels().size() + (long) imageSet.referenceLabels().size();
    for (Contributor contributor : imageSet.contributors()) {
      bytes += contributor.pixels().size();
    }
    if (bytes > MOST_BYTES) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "image_set must hold at most 4 MiB of pixels and labels; it holds %,d bytes"
              .formatted(bytes),
          Map.of("field", "image_set", "value", Long.toString(bytes), "rule", "at most 4 MiB"));
    }
  }

  private static void checkContributors(ImageSet imageSet) {
    List<Contributor> contributors = imageSet.contributors();
    if (contributors.isEmpty()) {
      throw CladeException.missingField("image_set.contributors");
    }
    if (contributors.size() > Coalition.MOST_PLAYERS) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          "image_set.contributors",
          contributors.size(),
          "must be at most 64");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < contributors.size(); i++) {
      Contributor contributor = contributors.get(i);
      String field = "image_set.contributors[%d]".formatted(i);
      Fields.requireIdentifier(field + ".id", contributor.id());
      if (!seen.add(contributor.id())) {
        throw CladeException.invalidField(
            Reason.FIELD_MALFORMED, field + ".id", contributor.id(), "must be unique");
      }
      int images = imageCount(field + ".pixels", contributor.pixels(), imageSet);
      if (contributor.imageCount() != 0 && contributor.imageCount() != images) {
        throw CladeException.invalidField(
            Reason.FIELD_OUT_OF_RANGE,
            field + ".image_count",
            contributor.imageCount(),
            "must be 0 or the number of images in pixels, %d".formatted(images));
      }
    }
  }

  private static void checkReference(ImageSet imageSet) {
    int images = imageCount("image_set.reference.pixels", imageSet.referencePixels(), imageSet);
    if (images < LEAST_REFERENCE_IMAGES) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "image_set.reference.pixels",
          images + " images",
          "must hold at least 50 images");
    }
    ByteString labels = imageSet.referenceLabels();
    if (labels.size() != images) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "image_set.reference.labels",
          labels.size() + " labels",
          "must hold one label for each of the %d images".formatted(images));
    }
    Set<Integer> distinct = new HashSet<>();
    for (byte label : labels) {
      int value = Byte.toUnsignedInt(label);
      if (value > MOST_LABEL) {
        throw CladeException.invalidField(
            Reason.FIELD_OUT_OF_RANGE, "image_set.reference.labels", value, "must be 0 to 99");
      }
      distinct.add(value);
    }
    if (distinct.size() < 2) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "image_set.reference.labels",
          distinct,
          "must hold at least two different labels");
    }
  }

  private static int imageCount(String field, ByteString pixels, ImageSet imageSet) {
    int imageSize = imageSet.width() * imageSet.height();
    if (pixels.size() % imageSize != 0) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          field,
          pixels.size() + " bytes",
          "must be a multiple of width * height, %d bytes".formatted(imageSize));
    }
    return pixels.size() / imageSize;
  }
}
