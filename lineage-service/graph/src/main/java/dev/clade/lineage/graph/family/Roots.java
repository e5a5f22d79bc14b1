package dev.clade.lineage.graph.family;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;

/**
 * Finds a model's roots: Tarjan's strongly connected components (Tarjan, 1972) over everything
 * upstream of it, without recursion, in O(ancestors + edges). Ancestors are numbered in the order
 * of discovery.
 */
final class Roots {
  private static final int UNSEEN = -1;

  private final Adjacency upstream;
  private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();

  /** By number: the node, its next edge to look at, and Tarjan's low link. */
  private final IntArrayList nodes = new IntArrayList();

  private final IntArrayList nextEdges = new IntArrayList();
  private final IntArrayList lowLinks = new IntArrayList();

  /** Numbers whose component is not complete yet, and those on the way from the start. */
  private final IntArrayList open = new IntArrayList();

  private final IntArrayList path = new IntArrayList();
  private final BitSet isOpen = new BitSet();

  /** Numbers with an edge to another component. */
  private final BitSet leaves = new BitSet();

  private final IntArrayList roots = new IntArrayList();

  private Roots(Adjacency upstream) {
    this.upstream = upstream;
    numbers.defaultReturnValue(UNSEEN);
  }

  /** Returns the roots of a node, ascending; the node itself when it has no base model. */
  static IntArrayList of(Adjacency upstream, int start) {
    Roots search = new Roots(upstream);
    search.discover(start);
    while (!search.path.isEmpty()) {
      search.advance(search.path.topInt());
    }
    IntArrays.unstableSort(search.roots.elements(), 0, search.roots.size());
    return search.roots;
  }

  private void discover(int node) {
    int number = nodes.size();
    numbers.put(node, number);
    nodes.add(node);
    nextEdges.add(upstream.start(node));
    lowLinks.add(number);
    open.push(number);
    isOpen.set(number);
    path.push(number);
  }

  private void advance(int number) {
    int edge = nextEdges.getInt(number);
    if (edge == upstream.end(nodes.getInt(number))) {
      path.popInt();
      finish(number);
      return;
    }
    nextEdges.set(number, edge + 1);
    if (!RelationFilter.DERIVATIONS.accepts(upstream.label(edge))) {
      return;
    }
    int base = numbers.get(upstream.neighbor(edge));
    if (base == UNSEEN) {
      discover(upstream.neighbor(edge));
    } else if (isOpen.get(base)) {
      lower(number, base);
    } else {
      leaves.set(number);
    }
  }

  private void finish(int number) {
    boolean completesComponent = lowLinks.getInt(number) == number;
    if (completesComponent) {
      close(number);
    }
    if (!path.isEmpty()) {
      int derived = path.topInt();
      if (completesComponent) {
        leaves.set(derived);
      } else {
        lower(derived, lowLinks.getInt(number));
      }
    }
  }

  private void close(int first) {
    int smallest = nodes.getInt(first);
    boolean isSource = true;
    int number;
    do {
      number = open.popInt();
      isOpen.clear(number);
      isSource &= !leaves.get(number);
      smallest = Math.min(smallest, nodes.getInt(number));
    } while (number != first);
    if (isSource) {
      roots.add(smallest);
    }
  }

  private void lower(int number, int link) {
    lowLinks.set(number, Math.min(lowLinks.getInt(number), link));
  }
}
