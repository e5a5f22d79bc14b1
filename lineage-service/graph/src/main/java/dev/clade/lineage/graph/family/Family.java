package dev.clade.lineage.graph.family;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;

/**
 * A family of models: members at places from 0 on, roots first, then by generation, then by name.
 */
public final class Family {
  private final IntList roots;
  private final Lineage members;

  Family(IntList roots, Lineage members) {
    this.roots = roots;
    this.members = members;
  }

  /** Returns the roots, ascending, also those that a cut answer has no room for. */
  public IntList roots() {
    return roots;
  }

  /**
   * Returns the members; a member's depth is its generation, the fewest derivations from a root.
   */
  public Lineage members() {
    return members;
  }

  /** Returns how many members each generation has, from generation 0 on. */
  public long[] generationSizes() {
    long[] sizes = new long[members.size() == 0 ? 0 : 1 + members.depth(members.size() - 1)];
    for (int place = 0; place < members.size(); place++) {
      sizes[members.depth(place)]++;
    }
    return sizes;
  }

  /** Returns the derivations of a member from models of this family, by the base model's name. */
  public List<Edge> parents(int place) {
    int node = members.node(place);
    List<Edge> parents = new ArrayList<>();
    Adjacency upstream = graph().upstream();
    for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
      if (isDerivation(upstream, edge) && members.contains(upstream.neighbor(edge))) {
        parents.add(graph().upstreamEdge(node, edge));
      }
    }
    return parents;
  }

  /**
   * Returns a member's base models that are not of this family, ascending and each once. Of a cut
   * family, those that were cut off are among them.
   */
  public IntList outsideParents(int place) {
    IntArrayList outside = new IntArrayList();
    Adjacency upstream = graph().upstream();
    int node = members.node(place);
    for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
      int base = upstream.neighbor(edge);
      boolean isNew = outside.isEmpty() || outside.topInt() != base;
      if (isNew && isDerivation(upstream, edge) && !members.contains(base)) {
        outside.push(base);
      }
    }
    return outside;
  }

  /** Returns how many models were derived directly from a member, each counted once. */
  public int childCount(int place) {
    Adjacency downstream = graph().downstream();
    int node = members.node(place);
    int count = 0;
    int last = -1;
    for (int edge = downstream.start(node); edge < downstream.end(node); edge++) {
      if (isDerivation(downstream, edge) && downstream.neighbor(edge) != last) {
        last = downstream.neighbor(edge);
        count++;
      }
    }
    return count;
  }

  private GraphSnapshot graph() {
    return members.graph();
  }

  private static boolean isDerivation(Adjacency edges, int edge) {
    return RelationFilter.DERIVATIONS.accepts(edges.label(edge));
  }
}
