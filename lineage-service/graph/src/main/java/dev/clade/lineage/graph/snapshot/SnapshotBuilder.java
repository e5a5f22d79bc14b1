package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.record.Names;
import dev.clade.lineage.graph.record.RecordTable;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.BitSet;
import java.util.Optional;

/**
 * Builds snapshots of a record table by these rules.
 *
 * <ul>
 *   <li>Every artifact with a record is a node under its catalogued name; two that differ only in
 *       case are two nodes.
 *   <li>A declared name means the artifact catalogued under just this name, else the first, by
 *       name, of those that differ from it only in case.
 *   <li>A name that an artifact had before and that no other has now means that artifact, the first
 *       by name of several; so do, when none of them is catalogued, the names that differ from it
 *       only in case.
 *   <li>Else, when it is a legacy model's name without an owner, it means the first catalogued one
 *       of the names that hub models of that time have now ({@code bert-base-uncased} means {@code
 *       google-bert/bert-base-uncased}).
 *   <li>Else it becomes an uncatalogued node. Names that differ only in case are then one node,
 *       spelt as the first of them by name.
 *   <li>Self-loops are left out and counted. Edges between the same nodes with different type or
 *       origin are kept; equal ones are one edge. Cycles are edges like others.
 * </ul>
 *
 * <p>Names are ordered as {@link Names} says. Not thread-safe: it belongs to the table's writer.
 */
public final class SnapshotBuilder {
  private final RecordTable table;
  private Optional<Overlay> overlay = Optional.empty();

  /** Creates a builder for a table. */
  public SnapshotBuilder(RecordTable table) {
    this.table = table;
  }

  /**
   * Returns the table's graph as it is now, in O(names + declarations) when few names are new.
   *
   * @param sequence the last change of the feed that the table includes
   */
  public GraphSnapshot build(long sequence) {
    table.tidyIfWorthIt();
    Names names = table.names();
    int[] order = table.order();
    int[] standing = NameResolution.of(table, names, order);

    int[] nameOfNode = standingOnly(order, standing);
    int[] nodeOfName = new int[names.count()];
    BitSet catalogued = new BitSet(nameOfNode.length);
    for (int node = 0; node < nameOfNode.length; node++) {
      nodeOfName[nameOfNode[node]] = node;
      catalogued.set(node, table.hasRecord(nameOfNode[node]));
    }

    UpstreamRows rows = new UpstreamRows(nameOfNode.length);
    for (int node = 0; node < nameOfNode.length; node++) {
      if (catalogued.get(node)) {
        int name = nameOfNode[node];
        for (int i = 0; i < table.declarationCount(name); i++) {
          int upstream = nodeOfName[standing[table.upstream(name, i)]];
          rows.add(node, upstream, table.label(name, i));
        }
      }
      rows.end(node);
    }
    SortedNodes nodes = new SortedNodes(nameOfNode, catalogued);
    Adjacency upstream = rows.adjacency();
    GraphSnapshot built =
        new GraphSnapshot(
            sequence,
            new NodeNames(names, nodes, aliases(order, standing, nodeOfName)),
            new NodeAttributes(nodes, table.attributes()),
            upstream,
            upstream.transposed(),
            rows.selfLoopCount());
    // From here on changes are noted.
    table.takeChanges();
    overlay = Optional.of(new Overlay(table, built, nodes));
    return built;
  }

  /**
   * Returns the same graph as {@link #build}, with what changed since that was called laid over the
   * arrays it built: in time proportional to what changed altogether, and to the neighbors of that.
   *
   * @param sequence the last change of the feed that the table includes
   * @return nothing when the graph must be built, which then stays so: when nothing was built yet,
   *     when much changed, and for changes that {@link Overlay} declines
   */
  public Optional<GraphSnapshot> overlay(long sequence) {
    Optional<Overlay> former = overlay;
    // A fault on the way must leave none that has half of the changes.
    overlay = Optional.empty();
    overlay = former.filter(over -> table.takeChanges().filter(over::take).isPresent());
    return overlay.map(over -> over.snapshot(sequence));
  }

  /** Returns the names that stand for another by renaming, in their order, with its node. */
  private AliasNodes aliases(int[] order, int[] standing, int[] nodeOfName) {
    Int2IntMap known = table.aliases();
    AliasNodes.Builder aliases = new AliasNodes.Builder(known.size());
    for (int name : order) {
      if (known.containsKey(name) && !table.hasRecord(name)) {
        aliases.add(name, nodeOfName[standing[name]]);
      }
    }
    return aliases.build();
  }

  private static int[] standingOnly(int[] order, int[] standing) {
    int count = 0;
    for (int name : order) {
      if (standing[name] == name) {
        count++;
      }
    }
    int[] kept = new int[count];
    int next = 0;
    for (int name : order) {
      if (standing[name] == name) {
        kept[next++] = name;
      }
    }
    return kept;
  }
}
