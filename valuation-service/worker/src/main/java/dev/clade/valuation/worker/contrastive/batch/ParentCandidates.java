package dev.clade.valuation.worker.contrastive.batch;

import dev.clade.embedding.feature.Relations;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws rows that could be taken for a child's parents: its grandparents, others of its family,
 * such as children of its siblings and other sizes, or any row.
 */
final class ParentCandidates {
  private static final double GRANDPARENT = 0.25;
  private static final double FAMILY = 0.75;

  private final Relations relations;
  private final int[] rows;
  private final boolean[] usable;
  private final Map<Integer, int[]> families = new HashMap<>();

  ParentCandidates(Relations relations, int[] rows, boolean[] usable) {
    this.relations = relations;
    this.rows = rows;
    this.usable = usable;
    Map<Integer, IntStream.Builder> members = new HashMap<>();
    for (int row : rows) {
      members.computeIfAbsent(relations.families()[row], family -> IntStream.builder()).add(row);
    }
    members.forEach((family, builder) -> families.put(family, builder.build().toArray()));
  }

  /** Returns a row; it may be a declared parent by chance. */
  int draw(int child, RandomStream random) {
    if (random.happens(GRANDPARENT)) {
      int[] parents = relations.parents()[child];
      int[] grandparents = relations.parents()[parents[random.nextInt(parents.length)]];
      if (grandparents.length > 0) {
        int grandparent = grandparents[random.nextInt(grandparents.length)];
        if (usable[grandparent]) {
          return grandparent;
        }
      }
    }
    int[] family = families.get(relations.families()[child]);
    return random.happens(FAMILY)
        ? family[random.nextInt(family.length)]
        : rows[random.nextInt(rows.length)];
  }
}
