package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.graph.RelationType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How models are derived from others, and whether others go on from there (Laufer et al., arXiv
 * 2508.06811).
 *
 * @param edges by type, how many derivations there are
 * @param parents by type, how many models that were derived so have models derived from them; one
 *     with several base models counts once for each type
 */
public record RelationCounts(Map<RelationType, Long> edges, Map<RelationType, Long> parents) {
  /** Keeps unchangeable copies of the maps. */
  public RelationCounts {
    edges = Collections.unmodifiableMap(new EnumMap<>(edges));
    parents = Collections.unmodifiableMap(new EnumMap<>(parents));
  }

  /** Returns the counts of a graph; a type that does not occur counts 0. */
  public static RelationCounts of(DerivationGraph graph) {
    Map<RelationType, Long> edges = new EnumMap<>(RelationType.class);
    Map<RelationType, Long> parents = new EnumMap<>(RelationType.class);
    for (RelationType type : RelationType.values()) {
      if (type.isDerivation()) {
        edges.put(type, 0L);
        parents.put(type, 0L);
      }
    }
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      Set<RelationType> types = EnumSet.noneOf(RelationType.class);
      for (int i = 0; i < graph.baseCount(model); i++) {
        types.add(graph.type(model, i));
        edges.merge(graph.type(model, i), 1L, Long::sum);
      }
      if (graph.derivedCount(model) > 0) {
        types.forEach(type -> parents.merge(type, 1L, Long::sum));
      }
    }
    return new RelationCounts(edges, parents);
  }
}
