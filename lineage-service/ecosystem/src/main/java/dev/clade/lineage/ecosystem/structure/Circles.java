package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.component.StrongComponents;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Models that were derived from each other in circles: the strongly connected components of a
 * graph. A model in no circle is a component by itself. Each component is known by its first model.
 */
final class Circles {
  private static final int UNSEEN = -1;

  private final StrongComponents components;

  /** By component: its first model. */
  private final int[] firsts;

  private final BitSet derivedComponents = new BitSet();

  /** By first model: the models of a component that has more than one. */
  private final Int2ObjectOpenHashMap<IntList> members = new Int2ObjectOpenHashMap<>();

  private Circles(DerivationGraph graph) {
    components =
        StrongComponents.of(
            graph.bases(),
            RelationFilter.ALL,
            any -> true,
            IntArrayList.wrap(IntStream.range(graph.firstModel(), graph.endModel()).toArray()));
    firsts = new int[components.count()];
  }

  static Circles of(DerivationGraph graph) {
    Circles circles = new Circles(graph);
    circles.mark(graph);
    return circles;
  }

  /** Returns the first model of a model's component. */
  int first(int model) {
    return firsts[components.component(model)];
  }

  /** Returns all models of a component, told by its first one. */
  IntList members(int first) {
    IntList several = members.get(first);
    return several == null ? IntList.of(first) : several;
  }

  /** Returns how many models are in circles. */
  int inCircleCount() {
    return members.values().stream().mapToInt(IntList::size).sum();
  }

  /** Whether a model is the first of a component that was derived from no other. */
  boolean isRoot(int model) {
    int component = components.component(model);
    return firsts[component] == model && !derivedComponents.get(component);
  }

  private void mark(DerivationGraph graph) {
    Arrays.fill(firsts, UNSEEN);
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      int component = components.component(model);
      if (firsts[component] == UNSEEN) {
        firsts[component] = model;
      } else {
        members.computeIfAbsent(firsts[component], IntArrayList::of).add(model);
      }
      for (int i = 0; i < graph.baseCount(model); i++) {
        if (components.component(graph.base(model, i)) != component) {
          derivedComponents.set(component);
        }
      }
    }
  }
}
