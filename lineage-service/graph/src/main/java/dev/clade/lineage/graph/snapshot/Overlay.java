package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import dev.clade.lineage.graph.record.RecordChanges;
import dev.clade.lineage.graph.record.RecordTable;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Changes of a table since a snapshot of it was built, laid over that snapshot: what comes out is
 * what building anew would give. It takes only changes after which every node is still there and
 * every name means what it meant, by the rules of {@link SnapshotBuilder}; it declines
 *
 * <ul>
 *   <li>a record whose name means another artifact so far: by case, by renaming, or as a legacy
 *       name;
 *   <li>a record to which a legacy name leads that others use;
 *   <li>a declared name that is spelt otherwise than the uncatalogued node that it means, and would
 *       be that node's name because it is smaller;
 *   <li>a declaration that goes and was the last to spell an uncatalogued node's name.
 * </ul>
 *
 * <p>When it has declined, it must not be used any more. Not thread-safe.
 */
final class Overlay {
  /**
   * Most fresh nodes and changed rows: what readers search among, in a dozen steps, and a hub's
   * changes of some minutes.
   */
  private static final int MOST_PARTS = 1 << 12;

  /**
   * Most edges in changed rows, which are copied for every snapshot: 8 MiB, a few milliseconds. The
   * paper that the hub's form for model cards cites has 7 % of all models in its row.
   */
  private static final int MOST_EDGES = 1 << 20;

  private static final int NOTHING = -1;

  private final RecordTable table;
  private final GraphSnapshot base;
  private final ChangedRows upstream;
  private final ChangedRows downstream;
  private OverlaidNodes nodes;
  private Names names;
  private long selfLoops;

  Overlay(RecordTable table, GraphSnapshot base, SortedNodes nodes) {
    this.table = table;
    this.base = base;
    this.nodes = new OverlaidNodes(nodes);
    this.names = table.names();
    this.upstream = new ChangedRows(base.upstream());
    this.downstream = new ChangedRows(base.downstream());
    this.selfLoops = base.selfLoopCount();
  }

  /** Takes changes in, or declines them. */
  boolean take(RecordChanges changes) {
    names = table.names();
    return changes.names().intStream().allMatch(this::catalogue)
        && changes.names().intStream().allMatch(name -> declare(name, changes))
        && changes.names().intStream().allMatch(name -> keepsNames(changes.formerUpstreams(name)))
        && upstream.count() + downstream.count() + nodes.freshCount() <= MOST_PARTS
        && upstream.edgeCount() + downstream.edgeCount() <= MOST_EDGES;
  }

  /** Returns the graph with all changes taken and the table's present attributes. */
  GraphSnapshot snapshot(long sequence) {
    return new GraphSnapshot(
        sequence,
        base.names().over(table.names(), nodes),
        new NodeAttributes(nodes, table.attributes()),
        upstream.adjacency(nodes),
        downstream.adjacency(nodes),
        selfLoops);
  }

  /** Makes a name that has a record a catalogued node. */
  private boolean catalogue(int name) {
    ArtifactName spelt = names.get(name);
    int meant = meant(spelt);
    if (meant != NOTHING && nameOf(meant) != name) {
      return false;
    }
    Optional<ArtifactName> legacy = ShortNames.legacyName(spelt);
    int meantByLegacy = legacy.map(this::meant).orElse(NOTHING);
    int key = meant == NOTHING ? addNode(name) : meant;
    if (!isCatalogued(key)) {
      nodes = nodes.withRecord(key);
    }
    // An uncatalogued node of that name would give way to this one.
    return meantByLegacy == NOTHING
        || (isCatalogued(meantByLegacy) && meant(legacy.orElseThrow()) == meantByLegacy);
  }

  /** Replaces the edges of a record by what it declares now. */
  private boolean declare(int name, RecordChanges changes) {
    int key = meant(names.get(name));
    LongSet declared = new LongOpenHashSet();
    for (int i = 0; i < table.declarationCount(name); i++) {
      int upstreamKey = declaredNode(table.upstream(name, i));
      if (upstreamKey == NOTHING) {
        return false;
      }
      if (upstreamKey == key) {
        selfLoops++;
      } else {
        declared.add(KeyedEdge.of(upstreamKey, table.label(name, i)));
      }
    }
    for (int former : changes.formerUpstreams(name)) {
      if (meant(names.get(former)) == key) {
        selfLoops--;
      }
    }
    replaceEdges(key, declared);
    return true;
  }

  private void replaceEdges(int key, LongSet declared) {
    LongList former = new LongArrayList(upstream.row(key));
    for (long edge : former) {
      if (!declared.remove(edge)) {
        upstream.remove(key, edge, nodes);
        downstream.remove(
            KeyedEdge.neighbor(edge), KeyedEdge.of(key, KeyedEdge.label(edge)), nodes);
      }
    }
    for (long edge : declared) {
      upstream.add(key, edge, nodes);
      downstream.add(KeyedEdge.neighbor(edge), KeyedEdge.of(key, KeyedEdge.label(edge)), nodes);
    }
  }

  /** Returns the key of what a declared name means, a fresh node's if it means nothing yet. */
  private int declaredNode(int name) {
    int key = meant(names.get(name));
    if (key == NOTHING) {
      return addNode(name);
    }
    boolean isRenamed = !isCatalogued(key) && names.before(names.get(nameOf(key))).test(name);
    return isRenamed ? NOTHING : key;
  }

  /** Whether those of some names that are uncatalogued nodes are still declared by somebody. */
  private boolean keepsNames(int[] formerUpstreams) {
    for (int name : formerUpstreams) {
      int key = meant(names.get(name));
      if (nameOf(key) == name && !isCatalogued(key) && !isDeclared(name, key)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDeclared(int name, int key) {
    for (long edge : downstream.row(key)) {
      int declaring = nameOf(KeyedEdge.neighbor(edge));
      for (int i = 0; i < table.declarationCount(declaring); i++) {
        if (table.upstream(declaring, i) == name) {
          return true;
        }
      }
    }
    return false;
  }

  private int addNode(int name) {
    int number = base.names().over(names, nodes).lowerBound(names.get(name));
    nodes = nodes.with(name, number);
    return nodes.key(number);
  }

  /** Returns the key of the node that a name means now. */
  private int meant(ArtifactName name) {
    OptionalInt node = base.names().over(names, nodes).find(name);
    return node.isPresent() ? nodes.key(node.getAsInt()) : NOTHING;
  }

  private int nameOf(int key) {
    return nodes.name(nodes.number(key));
  }

  private boolean isCatalogued(int key) {
    return nodes.isCatalogued(nodes.number(key));
  }
}
