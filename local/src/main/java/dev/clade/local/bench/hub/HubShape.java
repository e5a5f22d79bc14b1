package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What was published of the real hub, and how near a generated one comes to it.
 *
 * <p>Derivations and declared datasets: Stalnaker et al., The ML Supply Chain in the Era of
 * Software 2.0, on 760,460 models, 175,000 datasets and 126,320 derivations of July 2024. Kinds of
 * derivations: Laufer et al., Anatomy of a Machine Learning Ecosystem, July 2025.
 */
public final class HubShape {
  /** Models of the hub that the figures are of. */
  static final double MODELS = 760_460;

  static final double DATASETS = 175_000;

  /**
   * Models that others are derived from, by how many: the published counts, at 6 from the published
   * degrees, the top ten; the point at 400 makes 126,320 derivations of them.
   */
  static final DegreeCurve CHILDREN =
      new DegreeCurve(
          1, 13_985, 2, 7_032, 6, 2_450, 20, 620, 100, 150, 400, 47, 1_469, 10, 5_240, 1);

  /** Models that are derived from others, by from how many. */
  static final DegreeCurve BASES = new DegreeCurve(1, 116_576, 2, 5_673, 53, 1);

  /**
   * Bases that are derived themselves: with children 13,985, with bases 116,576, either 125,860.
   */
  static final double DERIVED_BASES = 4_701;

  /**
   * Derived bases by how many derivations lie above: from the quartiles and the largest of the
   * lengths of chains (3, 4, 9 and 40 models).
   */
  static final DegreeCurve GENERATIONS =
      new DegreeCurve(1, DERIVED_BASES, 2, 3_596, 3, 2_350, 8, 1_175, 38, 1);

  /** Models that declare datasets, by how many. */
  static final DegreeCurve DATASETS_DECLARED =
      new DegreeCurve(1, 75_516, 2, 11_173, 3, 6_107, 4, 4_470, 287, 1);

  /**
   * Datasets that models declare, by how many: the published top ten, the rest as counted in two
   * thirds of the models of July 2024 and taken to all.
   */
  static final DegreeCurve DATASET_USES =
      new DegreeCurve(1, 18_000, 2, 5_000, 30, 535, 150, 116, 880, 10, 2_293, 1);

  /** Owners of models, by how many. */
  static final DegreeCurve OWNED =
      new DegreeCurve(1, 190_136, 2, 73_120, 15, 7_210, 150, 327, 2_978, 10, 4_610, 1);

  /**
   * A figure of a hub.
   *
   * @param name what it counts
   * @param target what it would be by the published figures in a hub of that size
   * @param found what it is
   */
  public record Figure(String name, double target, double found) {
    /** Returns by what part of the target it misses it. */
    public double deviation() {
      return Math.abs(found / target - 1);
    }
  }

  private HubShape() {}

  /** Compares a generated hub with the published figures, those taken to its number of models. */
  public static List<Figure> figures(Hub hub) {
    ModelDegrees degrees = new ModelDegrees(hub);
    double scale = degrees.modelCount() / MODELS;
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("derivations", 126_320 * scale, degrees.derivationCount()));
    figures.add(new Figure("models with a base", 116_576 * scale, degrees.withBases(1)));
    figures.add(new Figure("models with several bases", 5_673 * scale, degrees.withBases(2)));
    figures.add(new Figure("models with a dataset", 75_516 * scale, degrees.withDatasets()));
    figures.add(new Figure("models derived from", 13_985 * scale, degrees.withChildren(1)));
    figures.add(new Figure("... 2 times or more", 7_032 * scale, degrees.withChildren(2)));
    figures.add(new Figure("... 20 times or more", 620 * scale, degrees.withChildren(20)));
    figures.add(new Figure("... 100 times or more", 150 * scale, degrees.withChildren(100)));
    figures.add(new Figure("... most times", CHILDREN.degrees(scale)[0], degrees.mostChildren()));
    figures.add(
        new Figure(
            "longest chain, in models",
            2 + GENERATIONS.degrees(scale)[0],
            LongestChain.of(hub, RelationType::isDerivation)));
    return figures;
  }

  /** Prints each figure beside its target. */
  public static void print(Hub hub, PrintWriter out) {
    out.printf("%-28s %12s %12s%n", "", "real hub", "this one");
    figures(hub)
        .forEach(each -> out.printf("%-28s %,12.0f %,12.0f%n", each.name, each.target, each.found));
  }
}
