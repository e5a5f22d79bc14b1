package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Tally;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/**
 * How far models are from where their lineage begins.
 *
 * <p>A root is a model without a base. Where models are each other's bases in a circle that was
 * derived from nothing else, the one with the smallest name is a root in the circle's stead.
 *
 * @param distribution of each model, how many derivations it is from the nearest root; 0 for a root
 * @param roots how many roots others were derived from
 * @param modelsInCircles how many models are, by way of others, derived from themselves
 */
public record Generations(Distribution distribution, int roots, int modelsInCircles) {
  /** Returns the generations of all models, in O(models + edges). */
  public static Generations of(DerivationGraph graph) {
    Circles circles = Circles.of(graph);
    BitSet seen = new BitSet(graph.endModel());
    IntArrayList level = new IntArrayList();
    int roots = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      if (circles.isRoot(model)) {
        seen.set(model);
        level.add(model);
        roots += graph.derivedCount(model) > 0 ? 1 : 0;
      }
    }
    Tally tally = new Tally();
    for (int generation = 0; !level.isEmpty(); generation++) {
      IntArrayList next = new IntArrayList();
      for (int model : level) {
        tally.add(generation);
        for (int i = 0; i < graph.derivedCount(model); i++) {
          int derived = graph.derived(model, i);
          if (!seen.get(derived)) {
            seen.set(derived);
            next.add(derived);
          }
        }
      }
      level = next;
    }
    return new Generations(tally.distribution(), roots, circles.inCircleCount());
  }
}
