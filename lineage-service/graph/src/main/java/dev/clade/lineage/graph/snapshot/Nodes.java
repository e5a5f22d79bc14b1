package dev.clade.lineage.graph.snapshot;

/** Which names are a snapshot's nodes, in the order of the names. Immutable. */
sealed interface Nodes permits SortedNodes, OverlaidNodes {
  /** Returns how many nodes there are. */
  int count();

  /** Returns how many of them have a record. */
  int cataloguedCount();

  /** Whether a node has a record. */
  boolean isCatalogued(int node);

  /** Returns the id of a node's name. */
  int name(int node);

  /** Returns the node that had a number when the graph was last built. */
  int number(int key);
}
