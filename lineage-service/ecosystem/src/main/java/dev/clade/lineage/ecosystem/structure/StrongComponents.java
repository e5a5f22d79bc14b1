package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Models that were derived from each other in circles: the strongly connected components of a graph
 * (Tarjan, 1972), found without recursion in O(models + edges). A model in no circle is a component
 * by itself. Each component is known by its first model.
 */
final class StrongComponents {
  private static final int UNSEEN = -1;

  private final DerivationGraph graph;
  private final int[] firsts;
  private final BitSet inCircles = new BitSet();
  private final BitSet derivedComponents = new BitSet();

  /** By model: its place in the order of discovery, Tarjan's low link and its next base. */
  private final int[] places;

  private final int[] lowLinks;
  private final int[] nextBases;

  private final IntArrayList path = new IntArrayList();
  private final IntArrayList open = new IntArrayList();
  private int discovered;

  private StrongComponents(DerivationGraph graph) {
    this.graph = graph;
    this.firsts = new int[graph.endModel()];
    this.places = new int[graph.endModel()];
    this.lowLinks = new int[graph.endModel()];
    this.nextBases = new int[graph.endModel()];
    Arrays.fill(firsts, UNSEEN);
    Arrays.fill(places, UNSEEN);
  }

  static StrongComponents of(DerivationGraph graph) {
    StrongComponents search = new StrongComponents(graph);
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      if (search.places[model] == UNSEEN) {
        search.discover(model);
        while (!search.path.isEmpty()) {
          search.advance(search.path.topInt());
        }
      }
    }
    search.markDerived();
    return search;
  }

  /** Returns the first model of a model's component. */
  int first(int model) {
    return firsts[model];
  }

  /** Whether a model is, by way of others, derived from itself. */
  boolean inCircle(int model) {
    return inCircles.get(model);
  }

  /** Returns how many models are in circles. */
  int inCircleCount() {
    return inCircles.cardinality();
  }

  /** Whether a model is the first of a component that was derived from no other. */
  boolean isRoot(int model) {
    return firsts[model] == model && !derivedComponents.get(model);
  }

  private void discover(int model) {
    places[model] = discovered;
    lowLinks[model] = discovered;
    discovered++;
    path.push(model);
    open.push(model);
  }

  private void advance(int model) {
    if (nextBases[model] < graph.baseCount(model)) {
      int base = graph.base(model, nextBases[model]++);
      if (places[base] == UNSEEN) {
        discover(base);
      } else if (firsts[base] == UNSEEN) {
        lowLinks[model] = Math.min(lowLinks[model], places[base]);
      }
      return;
    }
    path.popInt();
    if (lowLinks[model] == places[model]) {
      close(model);
    }
    if (!path.isEmpty()) {
      int derived = path.topInt();
      lowLinks[derived] = Math.min(lowLinks[derived], lowLinks[model]);
    }
  }

  /** Takes the component off that was discovered with a model. */
  private void close(int model) {
    int start = open.size() - 1;
    int first = model;
    while (open.getInt(start) != model) {
      first = Math.min(first, open.getInt(start));
      start--;
    }
    boolean circle = open.size() - start > 1;
    for (int i = start; i < open.size(); i++) {
      firsts[open.getInt(i)] = first;
      inCircles.set(open.getInt(i), circle);
    }
    open.size(start);
  }

  private void markDerived() {
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        if (firsts[graph.base(model, i)] != firsts[model]) {
          derivedComponents.set(firsts[model]);
        }
      }
    }
  }
}
