package dev.clade.valuation.worker.contrastive.batch;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.network.PairFeatures;
import dev.clade.valuation.worker.contrastive.loss.Masks;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The children of a batch whose declared parents are in it, and all rows of it that are a parent or
 * were drawn to be told from one.
 *
 * @param children places of the children in the batch
 * @param candidates places of the candidates in the batch
 * @param allowed children by candidates: 0, or what leaves out a candidate that is younger than the
 *     child or the child itself
 * @param declared children by candidates: 1 for a declared parent
 * @param pairs children by candidates by what both have in common
 */
public record BatchLinks(
    int[] children, int[] candidates, float[] allowed, float[] declared, float[] pairs) {
  /** Finds the children and candidates of a batch. */
  public static BatchLinks of(BatchRows batch, Relations relations, PairFeatures features) {
    int[] rows = batch.rows();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      places.put(rows[i], i);
    }
    boolean[] candidate = batch.drawn().clone();
    IntStream.Builder children = IntStream.builder();
    for (int i = 0; i < rows.length; i++) {
      boolean any = false;
      for (int parent : relations.parents()[rows[i]]) {
        if (places.containsKey(parent)) {
          candidate[places.get(parent)] = true;
          any = true;
        }
      }
      if (any) {
        children.add(i);
      }
    }
    return compare(
        rows,
        children.build().toArray(),
        IntStream.range(0, rows.length).filter(i -> candidate[i]).toArray(),
        relations,
        features);
  }

  /** Returns whether there is nothing to find. */
  public boolean isEmpty() {
    return children.length == 0;
  }

  private static BatchLinks compare(
      int[] rows, int[] children, int[] candidates, Relations relations, PairFeatures features) {
    int width = features.width();
    int size = children.length * candidates.length;
    float[] allowed = new float[size];
    float[] declared = new float[size];
    float[] pairs = new float[size * width];
    for (int i = 0; i < size; i++) {
      int child = rows[children[i / candidates.length]];
      int parent = rows[candidates[i % candidates.length]];
      boolean known = IntStream.of(relations.parents()[child]).anyMatch(row -> row == parent);
      boolean younger = relations.createdAt()[parent] > relations.createdAt()[child];
      declared[i] = known ? 1 : 0;
      allowed[i] = !known && (younger || parent == child) ? (float) Masks.OUT : 0;
      features.write(child, parent, pairs, i * width);
    }
    return new BatchLinks(children, candidates, allowed, declared, pairs);
  }
}
