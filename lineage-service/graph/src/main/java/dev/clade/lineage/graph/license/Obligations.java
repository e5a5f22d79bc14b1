package dev.clade.lineage.graph.license;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Truncation;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What an artifact owes to all that it stems from, each term of each license once, with the
 * shortest way that brings it.
 *
 * @param obligations the nearest first, then by the name of the artifact, the license and the term
 * @param unclear artifacts on the way whose licenses do not tell, the nearest first, then by name
 * @param truncation set when there were more artifacts than allowed
 */
public record Obligations(
    List<Obligation> obligations, List<Unclear> unclear, Optional<Truncation> truncation) {

  /** Keeps unchangeable copies of the lists. */
  public Obligations {
    obligations = List.copyOf(obligations);
    unclear = List.copyOf(unclear);
  }

  /**
   * An artifact whose licenses do not tell what they ask.
   *
   * @param node the artifact
   * @param unknown identifiers that the table does not have; empty when none is declared
   * @param path the edges that lead from it down to the one that owes
   */
  public record Unclear(int node, List<String> unknown, List<Edge> path) {
    /** Keeps unchangeable copies of the lists. */
    public Unclear {
      unknown = List.copyOf(unknown);
      path = List.copyOf(path);
    }
  }

  /**
   * Returns what an artifact owes, in time proportional to its ancestors and their edges.
   *
   * @param licenses the declared licenses of a node
   * @param relations the relations by which obligations pass on
   * @param maxNodes most artifacts to look at, itself included
   */
  public static Obligations of(
      GraphSnapshot graph,
      int artifact,
      IntFunction<List<String>> licenses,
      LicenseTable table,
      RelationFilter relations,
      int maxNodes) {
    Search search = new Search(graph, table, relations, maxNodes);
    return search.from(artifact, licenses);
  }

  /** A breadth-first search that remembers by which edge each ancestor was found first. */
  private static final class Search {
    private final GraphSnapshot graph;
    private final LicenseTable table;
    private final RelationFilter relations;
    private final int maxNodes;
    private final Int2ObjectLinkedOpenHashMap<Edge> foundBy = new Int2ObjectLinkedOpenHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final IntLinkedOpenHashSet frontier = new IntLinkedOpenHashSet();

    Search(GraphSnapshot graph, LicenseTable table, RelationFilter relations, int maxNodes) {
      this.graph = graph;
      this.table = table;
      this.relations = relations;
      this.maxNodes = maxNodes;
    }

    Obligations from(int artifact, IntFunction<List<String>> licenses) {
      foundBy.put(artifact, null);
      IntArrayList level = IntArrayList.of(artifact);
      while (!level.isEmpty()) {
        level.forEach(node -> take(node, licenses.apply(node)));
        level = next(level);
      }
      Optional<Truncation> cut =
          frontier.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Truncation(Truncation.Reason.MAX_NODES, new IntArrayList(frontier)));
      return new Obligations(obligations, unclear, cut);
    }

    private void take(int node, List<String> declared) {
      List<String> unknown = new ArrayList<>();
      for (String id : declared.stream().sorted().toList()) {
        Optional<License> license = table.find(id);
        license.ifPresentOrElse(found -> take(node, found), () -> unknown.add(id));
      }
      if (declared.isEmpty() || !unknown.isEmpty()) {
        unclear.add(new Unclear(node, unknown, path(node)));
      }
    }

    private void take(int node, License license) {
      if (seen.add(license.id())) {
        license.terms().stream()
            .sorted(Comparator.naturalOrder())
            .forEach(term -> obligations.add(new Obligation(term, license, node, path(node))));
      }
    }

    /** Returns the ancestors one step further, by name, as many as are allowed. */
    private IntArrayList next(IntArrayList level) {
      IntArrayList next = new IntArrayList();
      Adjacency upstream = graph.upstream();
      for (int node : level) {
        for (int index = upstream.start(node); index < upstream.end(node); index++) {
          int parent = upstream.neighbor(index);
          if (!relations.accepts(upstream.label(index)) || foundBy.containsKey(parent)) {
            continue;
          }
          if (foundBy.size() < maxNodes) {
            foundBy.put(parent, graph.upstreamEdge(node, index));
            next.add(parent);
          } else {
            frontier.add(node);
          }
        }
      }
      next.sort(null);
      return next;
    }

    private List<Edge> path(int node) {
      List<Edge> path = new ArrayList<>();
      for (Edge edge = foundBy.get(node); edge != null; edge = foundBy.get(edge.downstream())) {
        path.add(edge);
      }
      return path;
    }
  }
}
