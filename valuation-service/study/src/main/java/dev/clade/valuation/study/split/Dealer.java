package dev.clade.valuation.study.split;

import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.split.Contribution.Character;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Deals shuffled images out. The same images, seed and wishes always give the same split.
 *
 * <p>Each wish takes its images from what is left: first {@link #reference}, then the contributors
 * with faults, last {@link #honest}, who share all the rest.
 */
public final class Dealer {
  private final RandomDataGenerator random;
  private final LabelledImages images;
  private final List<Contribution> faulty = new ArrayList<>();
  private final List<Contribution> honest = new ArrayList<>();
  private LabelledImages reference;
  private int next;

  /** Shuffles images. */
  public Dealer(LabelledImages images, long seed) {
    this.random = new RandomDataGenerator(seed);
    this.images = images.at(random.nextPermutation(images.count(), images.count()));
    this.reference = images.range(0, 0);
  }

  /** Sets images aside that nobody owns. */
  public Dealer reference(int count) {
    reference = take(count);
    return this;
  }

  /**
   * Deals images and adds noise to them.
   *
   * @param deviation standard deviation of the noise, where 1 is from black to white; what leaves
   *     that range is cut to it
   */
  public Dealer noisy(int count, double deviation) {
    return add(Character.NOISY, noisy(take(count), deviation, random));
  }

  /** Deals images and gives each a label drawn evenly from 0 up to {@code classes}. */
  public Dealer mislabelled(int count, int classes) {
    return add(Character.MISLABELLED, take(count).relabelled(_ -> random.nextInt(0, classes - 1)));
  }

  /** Deals images, each of them so many times over. */
  public Dealer repetitive(int count, int times) {
    LabelledImages once = take(count);
    LabelledImages all = once;
    for (int i = 1; i < times; i++) {
      all = all.and(once);
    }
    return add(Character.REPETITIVE, all);
  }

  /**
   * Deals all that is left to honest contributors. Of each class they get shares drawn from the
   * symmetric Dirichlet distribution, so sizes and classes are skewed.
   *
   * @param concentration of the distribution: the smaller, the more skewed
   */
  public Dealer honest(int contributors, double concentration) {
    LabelledImages rest = take(images.count() - next);
    int classes = 1 + rest.label(largestLabel(rest));
    double[][] bounds = new double[classes][];
    for (int label = 0; label < classes; label++) {
      bounds[label] = cumulativeShares(contributors, concentration);
    }
    List<List<Integer>> dealt = new ArrayList<>();
    for (int i = 0; i < contributors; i++) {
      dealt.add(new ArrayList<>());
    }
    int[] total = new int[classes];
    int[] seen = new int[classes];
    for (int image = 0; image < rest.count(); image++) {
      total[rest.label(image)]++;
    }
    for (int image = 0; image < rest.count(); image++) {
      int label = rest.label(image);
      double place = (seen[label]++ + 0.5) / total[label];
      int owner = 0;
      while (owner < contributors - 1 && place > bounds[label][owner]) {
        owner++;
      }
      dealt.get(owner).add(image);
    }
    for (int i = 0; i < contributors; i++) {
      int[] chosen = dealt.get(i).stream().mapToInt(Integer::intValue).toArray();
      honest.add(new Contribution("c" + i, Character.HONEST, rest.at(chosen)));
    }
    return this;
  }

  /** Deals all that is left of the first classes so that each is a contributor of its own. */
  public Dealer classes(int classes) {
    LabelledImages rest = take(images.count() - next);
    for (int label = 0; label < classes; label++) {
      LabelledImages all = ofClass(rest, label);
      honest.add(new Contribution(Integer.toString(label), Character.HONEST, all));
    }
    return this;
  }

  /** Deals all that is left so that each half of each class is a contributor of its own. */
  public Dealer halvesOfClasses() {
    LabelledImages rest = take(images.count() - next);
    int classes = 1 + rest.label(largestLabel(rest));
    for (int label = 0; label < classes; label++) {
      LabelledImages all = ofClass(rest, label);
      int half = all.count() / 2;
      honest.add(new Contribution(label + "a", Character.HONEST, all.range(0, half)));
      honest.add(new Contribution(label + "b", Character.HONEST, all.range(half, all.count())));
    }
    return this;
  }

  /** Deals nothing to somebody. */
  public Dealer empty() {
    return add(Character.EMPTY, take(0));
  }

  /** Returns images with noise added; see {@link #noisy(int, double)}. */
  public static LabelledImages noisy(LabelledImages clean, double deviation, long seed) {
    return noisy(clean, deviation, new RandomDataGenerator(seed));
  }

  /** Returns the split: honest contributors, those with faults, then copies of honest ones. */
  public Split split(String name, int... copied) {
    List<Contribution> all = new ArrayList<>(honest);
    all.addAll(faulty);
    for (int original : copied) {
      all.add(
          new Contribution(
              "copy of " + honest.get(original).name(),
              Character.COPY,
              honest.get(original).images()));
    }
    return new Split(name, reference, all);
  }

  private static LabelledImages noisy(
      LabelledImages clean, double deviation, RandomDataGenerator random) {
    byte[] pixels = new byte[clean.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      double pixel = Byte.toUnsignedInt(clean.pixels()[i]) / 255.0;
      double noisy = pixel + deviation * random.nextNormal(0, 1);
      pixels[i] = (byte) Math.round(255 * Math.clamp(noisy, 0.0, 1.0));
    }
    return new LabelledImages(clean.width(), clean.height(), pixels, clean.labels());
  }

  private static LabelledImages ofClass(LabelledImages some, int label) {
    return some.at(
        IntStream.range(0, some.count()).filter(image -> some.label(image) == label).toArray());
  }

  private Dealer add(Character character, LabelledImages dealt) {
    String name = character.name().toLowerCase(Locale.ROOT);
    faulty.add(new Contribution(name, character, dealt));
    return this;
  }

  private LabelledImages take(int count) {
    if (count > images.count() - next) {
      throw new IllegalArgumentException(
          "only %,d images are left to deal, not %,d".formatted(images.count() - next, count));
    }
    next += count;
    return images.range(next - count, next);
  }

  private static int largestLabel(LabelledImages some) {
    int largest = 0;
    for (int image = 1; image < some.count(); image++) {
      largest = some.label(image) > some.label(largest) ? image : largest;
    }
    return largest;
  }

  private double[] cumulativeShares(int contributors, double concentration) {
    double[] shares = new double[contributors];
    double sum = 0;
    for (int i = 0; i < contributors; i++) {
      sum += random.nextGamma(concentration, 1);
      shares[i] = sum;
    }
    for (int i = 0; i < contributors; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
