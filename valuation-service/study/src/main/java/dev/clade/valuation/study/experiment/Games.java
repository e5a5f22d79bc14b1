package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.data.Glyphs;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Recipe;
import dev.clade.valuation.study.split.Contribution;
import dev.clade.valuation.study.split.Contribution.Character;
import dev.clade.valuation.study.split.Dealer;
import dev.clade.valuation.study.split.Split;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.NoiseSchedule;
import dev.clade.valuation.worker.diffusion.PredictionTarget;
import dev.clade.valuation.worker.diffusion.UNet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The games that several experiments play. */
final class Games {
  /** What is dealt and trained depends on this number alone. */
  static final long SEED = 1;

  private static final double SKEW = 0.35;

  /** Standard deviation of .7 where pixels go from -1 to 1. */
  static final double NOISE = 0.35;

  private static final int FONTS = 10;

  private Games() {}

  /** Eight owners of digits: six honest, one whose images are noisy, one who copies the first. */
  static Laboratory digits(Workbench bench) throws IOException {
    Split split = digits(bench, "digits");
    return bench.laboratory(split, recipe(split.reference(), 64, 0));
  }

  /** The same owners, and a U-Net in place of the perceptron. */
  static Laboratory unet(Workbench bench) throws IOException {
    Split split = digits(bench, "digits-unet");
    ModelOptions model =
        new ModelOptions(
            ImageShape.grey(split.reference().width(), split.reference().height()),
            0,
            new UNet(8, List.of(1, 2), 1, List.of(), 8, 4),
            PredictionTarget.IMAGE,
            NoiseSchedule.COARSE);
    return bench.laboratory(split, new Recipe(model, 300, 300, 64, 0.004, 0.375, 512, 25, SEED));
  }

  private static Split digits(Workbench bench, String name) throws IOException {
    return new Dealer(bench.digits(), SEED)
        .reference(500)
        .noisy(150, NOISE)
        .honest(6, SKEW)
        .split(name, 0);
  }

  /**
   * Eight owners of pictures of clothes: five honest, one noisy, one who brings few pictures many
   * times over, one who copies the first.
   */
  static Laboratory clothes(Workbench bench) throws IOException {
    LabelledImages images = bench.clothes().range(0, 2_500);
    Split split =
        new Dealer(images, SEED)
            .reference(1_000)
            .noisy(150, NOISE)
            .repetitive(15, 10)
            .honest(5, SKEW)
            .split("clothes", 0);
    return bench.laboratory(split, recipe(images, 128, 0));
  }

  /** Twenty owners of digits: one a half of each class, so that no one can try every coalition. */
  static Laboratory twenty(Workbench bench) throws IOException {
    LabelledImages images = bench.digits();
    Split split = new Dealer(images, SEED).reference(500).halvesOfClasses().split("twenty");
    return bench.laboratory(split, recipe(images, 64, 0));
  }

  /**
   * Eight owners of digits: two names of one owner, who each bring half of what it has, three
   * others, one whose images are noisy, one who brings nothing, one who copies the first other.
   */
  static Laboratory economy(Workbench bench) throws IOException {
    LabelledImages images = bench.digits();
    Split dealt =
        new Dealer(images, SEED)
            .reference(500)
            .noisy(150, NOISE)
            .empty()
            .honest(4, SKEW)
            .split("economy", 1);
    List<Contribution> contributions = new ArrayList<>(dealt.contributions());
    Contribution divided = contributions.removeFirst();
    LabelledImages all = divided.images();
    int half = all.count() / 2;
    contributions.add(
        0, new Contribution(divided.name() + "a", Character.HONEST, all.range(0, half)));
    contributions.add(
        1, new Contribution(divided.name() + "b", Character.HONEST, all.range(half, all.count())));
    Split split = new Split(dealt.name(), dealt.reference(), contributions);
    return bench.laboratory(split, recipe(images, 64, 0));
  }

  /** Eight owners of labelled digits: six honest, one with wrong labels, a copy of the first. */
  static Laboratory labels(Workbench bench) throws IOException {
    LabelledImages images = bench.digits();
    Split split =
        new Dealer(images, SEED)
            .reference(500)
            .mislabelled(150, 10)
            .honest(6, SKEW)
            .split("labels", 0);
    return bench.laboratory(split, recipe(images, 64, 10));
  }

  /** Ten owners of letters, each with a font of this machine. */
  static Laboratory fonts(Workbench bench) throws IOException {
    List<String> families = Glyphs.families();
    if (families.size() < FONTS) {
      throw new IOException(
          "there must be %d families of fonts with capital letters on this machine, such as those"
                  .formatted(FONTS)
              + " of the Debian packages fonts-dejavu and fonts-liberation; there are "
              + families);
    }
    List<Contribution> contributions = new ArrayList<>();
    LabelledImages styles = null;
    LabelledImages letters = null;
    for (int font = 0; font < FONTS; font++) {
      String family = families.get(font);
      byte style = (byte) font;
      contributions.add(
          new Contribution(family, Character.HONEST, Glyphs.of(family, 16, SEED + font)));
      LabelledImages held = Glyphs.of(family, 10, SEED - 1 - font);
      LabelledImages byStyle = held.relabelled(_ -> style);
      styles = styles == null ? byStyle : styles.and(byStyle);
      letters = letters == null ? held : letters.and(held);
    }
    Split split =
        new Split("fonts", styles, new TreeMap<>(Map.of("letters", letters)), contributions);
    return bench.laboratory(split, recipe(styles, 128, 0));
  }

  static Recipe recipe(LabelledImages images, int hiddenUnits, int classes) {
    ModelOptions plain =
        ModelOptions.perceptron(ImageShape.grey(images.width(), images.height()), hiddenUnits);
    return new Recipe(
        new ModelOptions(plain.image(), classes, plain.network(), plain.target(), plain.schedule()),
        1_000,
        1_000,
        64,
        0.004,
        0.375,
        512,
        25,
        SEED);
  }
}
