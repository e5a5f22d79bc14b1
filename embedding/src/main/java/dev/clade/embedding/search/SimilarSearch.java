package dev.clade.embedding.search;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.vector.VectorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Finds similar repositories of one version. Safe for several threads. */
public final class SimilarSearch {
  private static final int FEWEST_VIEWS = 2;

  private final ExactScan scan;
  private final Map<View, VectorTable> views;
  private final byte[] presence;
  private final Relations relations;

  /**
   * Puts a version together.
   *
   * @param fused vectors that are scanned
   * @param views vectors of each view, to explain by
   * @param presence for each row the views that it has, bit {@link View#ordinal()}
   * @param relations families and copies
   */
  public SimilarSearch(
      VectorTable fused, Map<View, VectorTable> views, byte[] presence, Relations relations) {
    this.scan = new ExactScan(fused);
    this.views = Map.copyOf(views);
    this.presence = presence.clone();
    this.relations = relations;
  }

  /** Returns the best hits, best first; of equal ones, that of the lower row. */
  public List<SimilarHit> find(SimilarQuery query) {
    float[] cosines = scan.cosines(query.vector());
    int[] best = new int[scan.rows()];
    int[] behind = new int[scan.rows()];
    Arrays.fill(best, -1);
    for (int row = 0; row < cosines.length; row++) {
      if (presence[row] != 0 && query.filter().test(row)) {
        int group = group(row, query.collapse());
        behind[group]++;
        if (best[group] < 0 || cosines[row] > cosines[best[group]]) {
          best[group] = row;
        }
      }
    }
    PriorityQueue<Integer> worstFirst =
        new PriorityQueue<>(
            (one, other) -> {
              int order = Float.compare(cosines[one], cosines[other]);
              return order != 0 ? order : Integer.compare(other, one);
            });
    for (int row : best) {
      if (row >= 0) {
        worstFirst.add(row);
        if (worstFirst.size() > query.count()) {
          worstFirst.remove();
        }
      }
    }
    List<SimilarHit> hits = new ArrayList<>();
    while (!worstFirst.isEmpty()) {
      int row = worstFirst.remove();
      int others = behind[group(row, query.collapse())] - 1;
      hits.add(hit(query, row, cosines[row], others));
    }
    return hits.reversed();
  }

  private int group(int row, SimilarQuery.Collapse collapse) {
    return switch (collapse) {
      case NOTHING -> row;
      case COPIES -> relations.duplicates()[row];
      case FAMILIES -> relations.families()[relations.duplicates()[row]];
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
    boolean low =
        evidence(present) < FEWEST_VIEWS || evidence(query.views().keySet()) < FEWEST_VIEWS;
    return new SimilarHit(row, cosine, explained, present, low, others);
  }

  /** Identity, which every row has, is no evidence. */
  private static long evidence(Set<View> present) {
    return present.stream().filter(view -> view != View.IDENTITY).count();
  }
}
