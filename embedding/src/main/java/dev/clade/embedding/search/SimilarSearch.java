package dev.clade.embedding.search;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Finds similar repositories of one version. Safe for several threads. */
public final class SimilarSearch {
  private static final int FEWEST_VIEWS = 2;
  private static final int FIRST_LOOK = 4;
  private static final int NEXT_LOOK = 8;

  private final Map<View, VectorTable> views;
  private final byte[] presence;
  private final Relations relations;
  private final Groups copies;
  private final Groups families;

  /**
   * Puts a version together.
   *
   * @param views vectors of each view, to explain by
   * @param presence for each row the views that it has, bit {@link View#ordinal()}
   * @param relations families and copies
   */
  public SimilarSearch(Map<View, VectorTable> views, byte[] presence, Relations relations) {
    this.views = Map.copyOf(views);
    this.presence = presence.clone();
    this.relations = relations;
    this.copies = groups(SimilarQuery.Collapse.COPIES);
    this.families = groups(SimilarQuery.Collapse.FAMILIES);
  }

  /** Returns the best rows in the query's order. */
  public List<SimilarHit> find(SimilarQuery query) {
    IntPredicate filter = row -> presence[row] != 0 && query.filter().test(row);
    IntUnaryOperator group = group(query.collapse());
    // Hits that stand behind others are not wanted: more are looked for until enough are left.
    for (int looked = FIRST_LOOK * query.count(); ; looked *= NEXT_LOOK) {
      Nearest nearest = query.ranking().best(Math.min(looked, presence.length), filter);
      Int2IntLinkedOpenHashMap best = new Int2IntLinkedOpenHashMap();
      for (int i = 0; i < nearest.count() && best.size() < query.count(); i++) {
        best.putIfAbsent(group.applyAsInt(nearest.rows()[i]), i);
      }
      if (best.size() == query.count() || nearest.count() < looked) {
        return best.int2IntEntrySet().stream()
            .map(
                each ->
                    hit(
                        query,
                        nearest.rows()[each.getIntValue()],
                        nearest.cosines()[each.getIntValue()],
                        members(query.collapse(), each.getIntKey(), filter) - 1))
            .toList();
      }
    }
  }

  private Groups groups(SimilarQuery.Collapse collapse) {
    return Groups.of(presence.length, presence.length, group(collapse));
  }

  private IntUnaryOperator group(SimilarQuery.Collapse collapse) {
    return switch (collapse) {
      case NOTHING -> row -> row;
      case COPIES -> row -> relations.duplicates()[row];
      case FAMILIES -> row -> relations.families()[relations.duplicates()[row]];
    };
  }

  /** Returns how many rows of a group pass. */
  private int members(SimilarQuery.Collapse collapse, int group, IntPredicate filter) {
    return switch (collapse) {
      case NOTHING -> 1;
      case COPIES -> copies.passing(group, filter);
      case FAMILIES -> families.passing(group, filter);
    };
  }

  private SimilarHit hit(SimilarQuery query, int row, float cosine, int others) {
    Set<View> present = EnumSet.noneOf(View.class);
    Map<View, Float> explained = new EnumMap<>(View.class);
    for (View view : View.values()) {
      if ((presence[row] >> view.ordinal() & 1) != 0) {
        present.add(view);
        if (query.views().containsKey(view) && views.containsKey(view)) {
          explained.put(view, views.get(view).cosine(row, query.views().get(view)));
        }
      }
    }
    boolean low = isLowEvidence(present) || isLowEvidence(query.views().keySet());
    return new SimilarHit(row, cosine, explained, query.ranking().words(row), present, low, others);
  }

  /** Returns whether views are fewer than two. Identity, which every row has, is no evidence. */
  public static boolean isLowEvidence(Set<View> present) {
    return present.stream().filter(view -> view != View.IDENTITY).count() < FEWEST_VIEWS;
  }
}
