package dev.clade.lineage.graph.snapshot;

/**
 * The edges of an older snapshot, but for some rows: those have indices behind all of the older
 * edges. Everything inside is in terms of keys, as {@link OverlaidNodes} says, and translated when
 * it is read, in O(log fresh nodes).
 */
final class OverlaidAdjacency extends Adjacency {
  private final Adjacency base;
  private final int baseNodes;
  private final int baseEdges;
  private final OverlaidNodes nodes;
  private final FlatRows changed;
  private final int edges;

  /**
   * Creates the edges.
   *
   * @param edges how many there are
   */
  OverlaidAdjacency(Adjacency base, OverlaidNodes nodes, FlatRows changed, int edges) {
    this.base = base;
    this.baseNodes = base.nodeCount();
    this.baseEdges = base.edgeCount();
    this.nodes = nodes;
    this.changed = changed;
    this.edges = edges;
  }

  @Override
  public int nodeCount() {
    return nodes.count();
  }

  @Override
  public int start(int node) {
    int key = nodes.key(node);
    int row = changed.row(key);
    if (row != FlatRows.UNCHANGED) {
      return baseEdges + changed.start(row);
    }
    return key < baseNodes ? base.start(key) : 0;
  }

  @Override
  public int end(int node) {
    int key = nodes.key(node);
    int row = changed.row(key);
    if (row != FlatRows.UNCHANGED) {
      return baseEdges + changed.start(row + 1);
    }
    return key < baseNodes ? base.end(key) : 0;
  }

  @Override
  public int neighbor(int edge) {
    return nodes.number(
        edge < baseEdges
            ? base.neighbor(edge)
            : KeyedEdge.neighbor(changed.edge(edge - baseEdges)));
  }

  @Override
  public byte label(int edge) {
    return edge < baseEdges ? base.label(edge) : KeyedEdge.label(changed.edge(edge - baseEdges));
  }

  @Override
  public int edgeCount() {
    return edges;
  }
}
