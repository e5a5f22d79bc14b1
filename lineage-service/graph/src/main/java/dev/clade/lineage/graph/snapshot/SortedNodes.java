package dev.clade.lineage.graph.snapshot;

import java.util.BitSet;

/**
 * The nodes of a graph that was just built: 4 bytes and a bit each.
 *
 * @param names name id of each node, in the order of the names
 * @param catalogued the nodes that have a record
 */
record SortedNodes(int[] names, BitSet catalogued) implements Nodes {
  @Override
  public int count() {
    return names.length;
  }

  @Override
  public int cataloguedCount() {
    return catalogued.cardinality();
  }

  @Override
  public boolean isCatalogued(int node) {
    return catalogued.get(node);
  }

  @Override
  public int name(int node) {
    return names[node];
  }

  @Override
  public int number(int key) {
    return key;
  }
}
