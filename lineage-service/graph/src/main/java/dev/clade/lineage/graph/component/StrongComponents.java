package dev.clade.lineage.graph.component;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterable;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The strongly connected components of what can be reached from some nodes: Tarjan's algorithm
 * (Tarjan, 1972) without recursion, in O(nodes reached + edges). Nodes are numbered in the order of
 * discovery, components in the order of their completion: one that leads to another comes after it.
 */
public final class StrongComponents {
  private static final int UNSEEN = -1;

  private final Adjacency edges;
  private final RelationFilter relations;
  private final IntPredicate within;
  private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();

  /** By number: the node, its next edge to look at, Tarjan's low link, and the component. */
  private final IntArrayList nodes = new IntArrayList();

  private final IntArrayList nextEdges = new IntArrayList();
  private final IntArrayList lowLinks = new IntArrayList();
  private final IntArrayList components = new IntArrayList();

  /** Numbers whose component is not complete yet, and those on the way from the start. */
  private final IntArrayList open = new IntArrayList();

  private final IntArrayList path = new IntArrayList();
  private final BitSet isOpen = new BitSet();
  private int count;

  private StrongComponents(Adjacency edges, RelationFilter relations, IntPredicate within) {
    this.edges = edges;
    this.relations = relations;
    this.within = within;
    numbers.defaultReturnValue(UNSEEN);
  }

  /**
   * Returns the components of the nodes reached from some.
   *
   * @param edges which way to go
   * @param relations types of relations to go along
   * @param within which nodes may be entered; it must hold for the starts
   */
  public static StrongComponents of(
      Adjacency edges, RelationFilter relations, IntPredicate within, IntIterable starts) {
    StrongComponents search = new StrongComponents(edges, relations, within);
    for (int start : starts) {
      if (search.numbers.get(start) == UNSEEN) {
        search.discover(start);
        while (!search.path.isEmpty()) {
          search.advance(search.path.topInt());
        }
      }
    }
    return search;
  }

  /** Returns how many nodes were reached. */
  public int size() {
    return nodes.size();
  }

  /** Returns a node that was reached, by its number from 0 on. */
  public int node(int number) {
    return nodes.getInt(number);
  }

  /** Returns how many components there are. */
  public int count() {
    return count;
  }

  /** Returns the component, from 0 on, of a node that was reached. */
  public int component(int node) {
    return components.getInt(numbers.get(node));
  }

  private void discover(int node) {
    int number = nodes.size();
    numbers.put(node, number);
    nodes.add(node);
    nextEdges.add(edges.start(node));
    lowLinks.add(number);
    components.add(UNSEEN);
    open.push(number);
    isOpen.set(number);
    path.push(number);
  }

  private void advance(int number) {
    int edge = nextEdges.getInt(number);
    if (edge == edges.end(nodes.getInt(number))) {
      path.popInt();
      finish(number);
      return;
    }
    nextEdges.set(number, edge + 1);
    int neighbor = edges.neighbor(edge);
    if (!relations.accepts(edges.label(edge)) || !within.test(neighbor)) {
      return;
    }
    int known = numbers.get(neighbor);
    if (known == UNSEEN) {
      discover(neighbor);
    } else if (isOpen.get(known)) {
      lower(number, known);
    }
  }

  private void finish(int number) {
    if (lowLinks.getInt(number) == number) {
      close(number);
    } else {
      lower(path.topInt(), lowLinks.getInt(number));
    }
  }

  private void close(int first) {
    int number;
    do {
      number = open.popInt();
      isOpen.clear(number);
      components.set(number, count);
    } while (number != first);
    count++;
  }

  private void lower(int number, int link) {
    lowLinks.set(number, Math.min(lowLinks.getInt(number), link));
  }
}
