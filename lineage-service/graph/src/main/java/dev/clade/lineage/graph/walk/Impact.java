package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.Int2ByteOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How many artifacts can be reached downstream of some, each counted once and the starts not at
 * all, in time proportional to the relations looked at. A cut count is that of all artifacts up to
 * a distance.
 */
public final class Impact {
  private static final RelationType[] TYPES = RelationType.values();

  private final Map<ArtifactKind, Long> byKind = new EnumMap<>(ArtifactKind.class);
  private final Map<RelationType, Long> byFirstRelation = new EnumMap<>(RelationType.class);
  private final List<Long> byDistance = new ArrayList<>();
  private long total;
  private Optional<SearchCut> cut = Optional.empty();

  private Impact() {}

  /**
   * Counts what is downstream of some nodes.
   *
   * @param starts nodes of the snapshot in any order; repeats do not matter
   */
  public static Impact of(GraphSnapshot graph, IntCollection starts, ImpactQuestion question) {
    Impact impact = new Impact();
    impact.count(graph, new IntOpenHashSet(starts), question);
    return impact;
  }

  /** Returns how many there are. */
  public long total() {
    return total;
  }

  /** Returns how many there are of each kind of which there are any. */
  public Map<ArtifactKind, Long> byKind() {
    return Collections.unmodifiableMap(byKind);
  }

  /**
   * Returns how many there are by the type of the first relation of the shortest ways to them. One
   * with equally short ways that begin differently counts for each type, so that the sum may be
   * more than the total.
   */
  public Map<RelationType, Long> byFirstRelation() {
    return Collections.unmodifiableMap(byFirstRelation);
  }

  /** Returns how many there are at each distance, from one step on, up to the farthest reached. */
  public List<Long> byDistance() {
    return Collections.unmodifiableList(byDistance);
  }

  /** Returns how far was counted and why no farther; empty when everything was. */
  public Optional<SearchCut> cut() {
    return cut;
  }

  private void count(GraphSnapshot graph, IntOpenHashSet starts, ImpactQuestion question) {
    Adjacency downstream = graph.downstream();
    IntPredicate counted = question.counted().on(graph);
    // By node reached: a bit for each type of a first relation.
    Int2ByteOpenHashMap reached = new Int2ByteOpenHashMap();
    IntArrayList level = new IntArrayList(starts);
    long edges = 0;
    for (int distance = 1; ; distance++) {
      edges += work(downstream, level);
      if (edges > question.maxEdges()) {
        cut = Optional.of(new SearchCut(Truncation.Reason.MAX_EDGES, distance - 1));
        return;
      }
      Int2ByteOpenHashMap next = new Int2ByteOpenHashMap();
      for (int node : level) {
        for (int edge = downstream.start(node); edge < downstream.end(node); edge++) {
          int neighbor = downstream.neighbor(edge);
          byte label = downstream.label(edge);
          if (question.relations().accepts(label)
              && !reached.containsKey(neighbor)
              && !starts.contains(neighbor)) {
            int first = distance == 1 ? 1 << EdgeLabel.type(label).ordinal() : reached.get(node);
            next.put(neighbor, (byte) (next.get(neighbor) | first));
          }
        }
      }
      if (next.isEmpty()) {
        return;
      }
      if (distance > question.maxDepth()) {
        cut = Optional.of(new SearchCut(Truncation.Reason.MAX_DEPTH, distance - 1));
        return;
      }
      byDistance.add(0L);
      next.int2ByteEntrySet()
          .fastForEach(
              entry -> {
                if (counted.test(entry.getIntKey())) {
                  add(graph.kind(entry.getIntKey()), entry.getByteValue());
                }
              });
      reached.putAll(next);
      level = new IntArrayList(next.keySet());
    }
  }

  private void add(ArtifactKind kind, byte firstRelations) {
    total++;
    byKind.merge(kind, 1L, Long::sum);
    byDistance.set(byDistance.size() - 1, byDistance.getLast() + 1);
    for (RelationType type : TYPES) {
      if ((firstRelations & (1 << type.ordinal())) != 0) {
        byFirstRelation.merge(type, 1L, Long::sum);
      }
    }
  }

  private static long work(Adjacency edges, IntArrayList level) {
    long work = 0;
    for (int node : level) {
      work += edges.end(node) - edges.start(node);
    }
    return work;
  }
}
