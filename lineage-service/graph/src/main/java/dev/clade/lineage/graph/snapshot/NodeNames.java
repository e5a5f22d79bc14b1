package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The names of a snapshot's nodes, found by binary search in two orders: 8 bytes a node beside the
 * names themselves, and no hash table.
 */
final class NodeNames {
  private final Names names;
  private final int[] nameOfNode;
  private final int[] foldedOrder;
  private final BitSet catalogued;
  private final AliasNodes aliases;

  /**
   * Takes the arrays over.
   *
   * @param nameOfNode name id of each node; ascending by name
   * @param foldedOrder the nodes ordered regardless of case
   */
  NodeNames(
      Names names, int[] nameOfNode, int[] foldedOrder, BitSet catalogued, AliasNodes aliases) {
    this.names = names;
    this.nameOfNode = nameOfNode;
    this.foldedOrder = foldedOrder;
    this.catalogued = catalogued;
    this.aliases = aliases;
  }

  int count() {
    return nameOfNode.length;
  }

  int cataloguedCount() {
    return catalogued.cardinality();
  }

  boolean isCatalogued(int node) {
    return catalogued.get(node);
  }

  ArtifactName name(int node) {
    return names.get(nameOfNode[node]);
  }

  ArtifactKind kind(int node) {
    return names.kind(nameOfNode[node]);
  }

  OptionalInt find(ArtifactName name) {
    int place = lowerBound(name);
    if (place < count() && names.compare(nameOfNode[place], name) == 0) {
      return OptionalInt.of(place);
    }
    OptionalInt renamed = findAlias(name);
    if (renamed.isPresent()) {
      return renamed;
    }
    OptionalInt folded = findFolded(name);
    if (folded.isPresent()) {
      return folded;
    }
    return ShortNames.candidates(name).stream()
        .map(this::findFolded)
        .filter(node -> node.isPresent() && isCatalogued(node.getAsInt()))
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** Returns the first node whose name is not before the given one. */
  int lowerBound(ArtifactName name) {
    return Search.lowerBound(count(), node -> names.compare(nameOfNode[node], name) < 0);
  }

  private OptionalInt findAlias(ArtifactName name) {
    int[] ordered = aliases.names();
    int place = Search.lowerBound(ordered.length, i -> names.compare(ordered[i], name) < 0);
    return place < ordered.length && names.compare(ordered[place], name) == 0
        ? OptionalInt.of(aliases.nodes()[place])
        : OptionalInt.empty();
  }

  private OptionalInt findFolded(ArtifactName name) {
    int place =
        Search.lowerBound(count(), i -> names.compareFolded(nameOfNode[foldedOrder[i]], name) < 0);
    boolean found =
        place < count() && names.compareFolded(nameOfNode[foldedOrder[place]], name) == 0;
    return found ? OptionalInt.of(foldedOrder[place]) : OptionalInt.empty();
  }
}
