package dev.clade.local.images;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.LabelledImages;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws a set of small images whose contributors' worth is known beforehand: four who each draw two
 * shapes that nobody else has, one who draws all shapes under heavy noise, and one who copied the
 * first one's images.
 */
public final class DrawnImages {
  /** Who copied. */
  public static final String COPY = "copy-of-ada";

  /** Whose images were copied. */
  public static final String ORIGINAL = "ada";

  /** Whose images are mostly noise. */
  public static final String NOISY = "noisy";

  private static final List<String> HONEST = List.of(ORIGINAL, "ben", "cem", "dia");
  private static final int IMAGES_EACH = 120;
  private static final int REFERENCE_IMAGES = 400;
  private static final double NOISE = 0.5;

  private DrawnImages() {}

  /** Returns the first so many contributors of the set that a seed gives, with its reference. */
  public static ImageSet draw(long seed, int contributors) {
    ImageSet all = draw(seed);
    return all.toBuilder()
        .clearContributors()
        .addAllContributors(all.getContributorsList().subList(0, contributors))
        .build();
  }

  /** Returns the set that a seed gives. */
  public static ImageSet draw(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ImageSet.Builder set = ImageSet.newBuilder().setWidth(Shape.SIDE).setHeight(Shape.SIDE);
    ByteString original = ByteString.EMPTY;
    for (int turns = 0; turns < HONEST.size(); turns++) {
      int own = turns;
      ByteString pixels =
          images(IMAGES_EACH, image -> own + Shape.TURNS * (image % Shape.FAMILIES), 0, random);
      original = turns == 0 ? pixels : original;
      set.addContributors(contributor(HONEST.get(turns), pixels));
    }
    set.addContributors(contributor(COPY, original));
    set.addContributors(
        contributor(NOISY, images(IMAGES_EACH, DrawnImages::inTurn, NOISE, random)));
    byte[] labels = new byte[REFERENCE_IMAGES];
    for (int image = 0; image < labels.length; image++) {
      labels[image] = (byte) inTurn(image);
    }
    return set.setReference(
            LabelledImages.newBuilder()
                .setPixels(images(REFERENCE_IMAGES, DrawnImages::inTurn, 0, random))
                .setLabels(ByteString.copyFrom(labels)))
        .build();
  }

  private static int inTurn(int image) {
    return image % Shape.COUNT;
  }

  private static Contributor contributor(String id, ByteString pixels) {
    return Contributor.newBuilder().setId(id).setPixels(pixels).build();
  }

  private static ByteString images(
      int count, IntUnaryOperator shape, double noise, RandomGenerator random) {
    ByteString.Output pixels = ByteString.newOutput(count * Shape.SIDE * Shape.SIDE);
    for (int image = 0; image < count; image++) {
      byte[] drawn = new Shape(shape.applyAsInt(image)).draw(noise, random);
      pixels.write(drawn, 0, drawn.length);
    }
    return pixels.toByteString();
  }
}
