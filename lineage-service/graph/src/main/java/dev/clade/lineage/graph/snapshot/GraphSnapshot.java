package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.record.RecordTable;
import java.util.OptionalInt;

/**
 * The graph at one position of the feed; immutable, for any number of readers. Nodes are numbered
 * from 0 in the order of their names, which {@link dev.clade.lineage.graph.record.Names} tells: of
 * two nodes the one with the smaller number has the smaller name.
 */
public final class GraphSnapshot {
  private final long sequence;
  private final NodeNames names;
  private final NodeAttributes attributes;
  private final Adjacency upstream;
  private final Adjacency downstream;
  private final long selfLoopCount;

  GraphSnapshot(
      long sequence,
      NodeNames names,
      NodeAttributes attributes,
      Adjacency upstream,
      Adjacency downstream,
      long selfLoopCount) {
    this.sequence = sequence;
    this.names = names;
    this.attributes = attributes;
    this.upstream = upstream;
    this.downstream = downstream;
    this.selfLoopCount = selfLoopCount;
  }

  /** Returns the graph before any change. */
  public static GraphSnapshot empty() {
    return new SnapshotBuilder(new RecordTable()).build(0);
  }

  /** Returns the last change of the feed that the graph includes. */
  public long sequence() {
    return sequence;
  }

  NodeNames names() {
    return names;
  }

  /** Returns how many artifacts there are, uncatalogued ones included. */
  public int nodeCount() {
    return names.count();
  }

  /** Returns how many artifacts have a record. */
  public int cataloguedCount() {
    return names.cataloguedCount();
  }

  /** Returns how many edges there are. */
  public int edgeCount() {
    return upstream.edgeCount();
  }

  /** Returns how many declarations were left out because they name the artifact itself. */
  public long selfLoopCount() {
    return selfLoopCount;
  }

  /** Returns the name of a node, in the catalogue's spelling where it is catalogued. */
  public ArtifactName name(int node) {
    return names.name(node);
  }

  /** Returns the kind of a node. */
  public ArtifactKind kind(int node) {
    return names.kind(node);
  }

  /** Returns what else is known of the nodes. */
  public NodeAttributes attributes() {
    return attributes;
  }

  /** Whether a node has a record, rather than only being named by others. */
  public boolean isCatalogued(int node) {
    return names.isCatalogued(node);
  }

  /**
   * Returns the node that a name means, by the rules of {@link SnapshotBuilder}: exactly this name,
   * else regardless of case, else what a legacy name means today. Takes O(log nodes).
   */
  public OptionalInt find(ArtifactName name) {
    return names.find(name);
  }

  /** Returns the first node whose name is not before the given one, or {@link #nodeCount()}. */
  public int lowerBound(ArtifactName name) {
    return names.lowerBound(name);
  }

  /** Returns the edges towards what nodes were made from. */
  public Adjacency upstream() {
    return upstream;
  }

  /** Returns the edges towards what was made from nodes. */
  public Adjacency downstream() {
    return downstream;
  }

  /** Returns the edge at an index of {@link #upstream()}, in the row of a node. */
  public Edge upstreamEdge(int node, int index) {
    return edge(upstream.neighbor(index), node, upstream.label(index));
  }

  /** Returns the edge at an index of {@link #downstream()}, in the row of a node. */
  public Edge downstreamEdge(int node, int index) {
    return edge(node, downstream.neighbor(index), downstream.label(index));
  }

  private static Edge edge(int upstream, int downstream, byte label) {
    return new Edge(upstream, downstream, EdgeLabel.type(label), EdgeLabel.origin(label));
  }
}
