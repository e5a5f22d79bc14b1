package dev.clade.valuation.worker.contrastive.batch;

import dev.clade.embedding.feature.Relations;
import dev.clade.valuation.worker.contrastive.loss.Masks;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pairs of rows that are no negatives of each other: one row twice, copies, and rows that are one
 * or two declared derivations apart, whichever way these go.
 */
public final class BannedPairs {
  private static final int[] NOBODY = {};

  private final Relations relations;
  private final Map<Integer, int[]> otherParents;

  /** Looks up who is a parent beside whom. */
  public BannedPairs(Relations relations) {
    this.relations = relations;
    Map<Integer, IntStream.Builder> beside = new HashMap<>();
    for (int[] parents : relations.parents()) {
      for (int parent : parents) {
        for (int other : parents) {
          if (other != parent) {
            beside.computeIfAbsent(parent, row -> IntStream.builder()).add(other);
          }
        }
      }
    }
    this.otherParents = new HashMap<>();
    beside.forEach((row, others) -> otherParents.put(row, others.build().distinct().toArray()));
  }

  /** Returns whether two rows are banned from each other. */
  public boolean banned(int one, int other) {
    return one == other
        || relations.duplicates()[one] == relations.duplicates()[other]
        || (relations.families()[one] == relations.families()[other]
            && (above(one, other) || above(other, one) || siblings(one, other)));
  }

  /** Returns for a batch what to add to the logarithms of similarities, row after row. */
  public float[] mask(int[] rows) {
    float[] mask = new float[rows.length * rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        if (banned(rows[i], rows[j])) {
          mask[i * rows.length + j] = (float) Masks.OUT;
          mask[j * rows.length + i] = (float) Masks.OUT;
        }
      }
    }
    return mask;
  }

  /** Returns whether one is a parent, a grandparent or a parent beside the other. */
  private boolean above(int one, int other) {
    if (contains(otherParents.getOrDefault(other, NOBODY), one)) {
      return true;
    }
    for (int parent : relations.parents()[other]) {
      if (parent == one || contains(relations.parents()[parent], one)) {
        return true;
      }
    }
    return false;
  }

  private boolean siblings(int one, int other) {
    for (int parent : relations.parents()[one]) {
      if (contains(relations.parents()[other], parent)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(int[] rows, int sought) {
    for (int row : rows) {
      if (row == sought) {
        return true;
      }
    }
    return false;
  }
}
