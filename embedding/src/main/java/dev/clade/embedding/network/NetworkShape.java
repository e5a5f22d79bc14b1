package dev.clade.embedding.network;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The form of a network.
 *
 * @param views the views that it reads, contrasts and fuses, in the order of {@link View}
 * @param tables how many buckets tokens have
 * @param inputs how many numbers the views of numbers have
 * @param layers how wide its layers are
 * @param tasks names of the labels that it has a head for
 * @param pairFeatures how many numbers tell of a child and a candidate for its parent
 */
public record NetworkShape(
    List<View> views,
    TableSizes tables,
    InputWidths inputs,
    LayerWidths layers,
    List<String> tasks,
    int pairFeatures) {
  /**
   * All views but the identity: owners write their cards alike, so that text and identity are the
   * easiest pair to bring together and tell least.
   */
  public static final Set<View> USUAL_VIEWS =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(View.IDENTITY)));

  /** Most tasks that a network may have heads for. */
  static final int MOST_TASKS = 64;

  private static final int LARGEST_TABLE = 1 << 28;

  /**
   * Sorts the views and checks the ranges.
   *
   * @throws IllegalArgumentException if there is no view, a task comes twice, or a number is out of
   *     its range
   */
  public NetworkShape {
    if (views.isEmpty()) {
      throw new IllegalArgumentException("views: there must be at least one");
    }
    views = List.copyOf(EnumSet.copyOf(views));
    tasks = List.copyOf(tasks);
    if (tasks.size() > MOST_TASKS || Set.copyOf(tasks).size() < tasks.size()) {
      throw new IllegalArgumentException(
          "tasks must be at most %d, each once; they are %s".formatted(MOST_TASKS, tasks));
    }
    Ranges.require("pairFeatures", pairFeatures, 1 << 10);
    for (TokenTable table : TokenTable.values()) {
      long size = (long) tables.of(table) * width(table, layers);
      if (size > LARGEST_TABLE) {
        throw new IllegalArgumentException(
            "table %s would have %,d numbers; at most %,d are allowed"
                .formatted(table, size, LARGEST_TABLE));
      }
    }
  }

  /** Returns a form of the standard widths that fits features. */
  public static NetworkShape of(FeatureTable features, Set<View> views, List<String> tasks) {
    return new NetworkShape(
        List.copyOf(views),
        new TableSizes(
            features.card().buckets(),
            features.tags().buckets(),
            features.owners().buckets(),
            features.names().buckets()),
        InputWidths.of(features),
        LayerWidths.STANDARD,
        tasks,
        PairOverlap.WIDTH);
  }

  /**
   * Checks that features can be read by such a network.
   *
   * @throws IllegalArgumentException if a view has other buckets or another width
   */
  public void requireFit(FeatureTable features) {
    if (!inputs.equals(InputWidths.of(features))) {
      throw new IllegalArgumentException(
          "features: the network reads %s; these are %s"
              .formatted(inputs, InputWidths.of(features)));
    }
    for (TokenTable table : TokenTable.values()) {
      int buckets = table.bags(features).buckets();
      if (buckets != tables.of(table)) {
        throw new IllegalArgumentException(
            "features: the network has %,d buckets for %s; these have %,d"
                .formatted(tables.of(table), table, buckets));
      }
    }
  }

  /** Returns the tables of the views that the network reads. */
  public List<TokenTable> tokenTables() {
    return EnumSet.allOf(TokenTable.class).stream()
        .filter(table -> views.contains(table.view()))
        .toList();
  }

  /** Returns how many numbers a vector of a table has. */
  public int width(TokenTable table) {
    return width(table, layers);
  }

  /** Returns how many numbers a view's encoder reads. */
  public int inputWidth(View view) {
    return switch (view) {
      case CARD, TAGS -> layers.table();
      case NUMERIC -> inputs.numeric();
      case LINEAGE -> inputs.lineage();
      case ACTIVITY -> inputs.activity();
      case IDENTITY -> Math.multiplyExact(2, layers.identityTable());
    };
  }

  /** Returns how many hidden units a view's encoder has. */
  public int hiddenWidth(View view) {
    return switch (view) {
      case CARD, TAGS, LINEAGE -> layers.wide();
      case NUMERIC, ACTIVITY, IDENTITY -> layers.narrow();
    };
  }

  private static int width(TokenTable table, LayerWidths layers) {
    return switch (table) {
      case CARD, TAGS -> layers.table();
      case OWNERS, NAMES -> layers.identityTable();
    };
  }
}
