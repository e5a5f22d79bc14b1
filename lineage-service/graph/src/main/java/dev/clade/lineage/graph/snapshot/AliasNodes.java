package dev.clade.lineage.graph.snapshot;

import java.util.Arrays;

/**
 * Names that artifacts had before, and the nodes that have them.
 *
 * @param names name ids, ascending by name
 * @param nodes the node of each
 */
record AliasNodes(int[] names, int[] nodes) {
  int count() {
    return names.length;
  }

  int name(int place) {
    return names[place];
  }

  int node(int place) {
    return nodes[place];
  }

  /** Takes aliases in the order of their names. */
  static final class Builder {
    private final int[] names;
    private final int[] nodes;
    private int count;

    Builder(int most) {
      names = new int[most];
      nodes = new int[most];
    }

    void add(int name, int node) {
      names[count] = name;
      nodes[count] = node;
      count++;
    }

    AliasNodes build() {
      return new AliasNodes(Arrays.copyOf(names, count), Arrays.copyOf(nodes, count));
    }
  }
}
