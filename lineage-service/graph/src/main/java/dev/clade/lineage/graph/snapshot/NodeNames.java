package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The names of a snapshot's nodes, found by binary search in their order: 4 bytes a node beside the
 * names themselves, and no hash table.
 */
final class NodeNames {
  private final Names names;
  private final int[] nameOfNode;
  private final BitSet catalogued;
  private final AliasNodes aliases;

  /**
   * Takes the arrays over.
   *
   * @param nameOfNode name id of each node, in the order of the names
   */
  NodeNames(Names names, int[] nameOfNode, BitSet catalogued, AliasNodes aliases) {
    this.names = names;
    this.nameOfNode = nameOfNode;
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
    if (place < count() && names.isName(nameOfNode[place], name)) {
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
    IntPredicate before = names.before(name);
    return Search.lowerBound(count(), node -> before.test(nameOfNode[node]));
  }

  private OptionalInt findAlias(ArtifactName name) {
    int[] ordered = aliases.names();
    IntPredicate before = names.before(name);
    int place = Search.lowerBound(ordered.length, i -> before.test(ordered[i]));
    return place < ordered.length && names.isName(ordered[place], name)
        ? OptionalInt.of(aliases.nodes()[place])
        : OptionalInt.empty();
  }

  private OptionalInt findFolded(ArtifactName name) {
    IntPredicate before = names.beforeFolded(name);
    int place = Search.lowerBound(count(), node -> before.test(nameOfNode[node]));
    boolean found = place < count() && names.equalsFolded(nameOfNode[place], name);
    return found ? OptionalInt.of(place) : OptionalInt.empty();
  }
}
