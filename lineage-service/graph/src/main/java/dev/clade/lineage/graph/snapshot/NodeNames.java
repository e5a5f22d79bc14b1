package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The names of a snapshot's nodes, found by binary search in their order: 4 bytes a node beside the
 * names themselves, and no hash table.
 */
final class NodeNames {
  private final Names names;
  private final Nodes nodes;
  private final AliasNodes aliases;

  NodeNames(Names names, Nodes nodes, AliasNodes aliases) {
    this.names = names;
    this.nodes = nodes;
    this.aliases = aliases;
  }

  /** Returns the names of nodes that overlie these, in a later view of the same names. */
  NodeNames over(Names later, OverlaidNodes overlaid) {
    return new NodeNames(later, overlaid, aliases);
  }

  int count() {
    return nodes.count();
  }

  int cataloguedCount() {
    return nodes.cataloguedCount();
  }

  boolean isCatalogued(int node) {
    return nodes.isCatalogued(node);
  }

  ArtifactName name(int node) {
    return names.get(nodes.name(node));
  }

  ArtifactKind kind(int node) {
    return names.kind(nodes.name(node));
  }

  OptionalInt find(ArtifactName name) {
    int place = lowerBound(name);
    if (place < count() && names.isName(nodes.name(place), name)) {
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
    OptionalInt renamedFolded = findAliasFolded(name);
    if (renamedFolded.isPresent()) {
      return renamedFolded;
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
    return Search.lowerBound(count(), node -> before.test(nodes.name(node)));
  }

  private OptionalInt findAlias(ArtifactName name) {
    int place = firstAlias(names.before(name));
    return place < aliases.count() && names.isName(aliases.name(place), name)
        ? OptionalInt.of(nodes.number(aliases.node(place)))
        : OptionalInt.empty();
  }

  private OptionalInt findAliasFolded(ArtifactName name) {
    int place = firstAlias(names.beforeFolded(name));
    return place < aliases.count() && names.equalsFolded(aliases.name(place), name)
        ? OptionalInt.of(nodes.number(aliases.node(place)))
        : OptionalInt.empty();
  }

  private int firstAlias(IntPredicate before) {
    return Search.lowerBound(aliases.count(), place -> before.test(aliases.name(place)));
  }

  private OptionalInt findFolded(ArtifactName name) {
    IntPredicate before = names.beforeFolded(name);
    int place = Search.lowerBound(count(), node -> before.test(nodes.name(node)));
    boolean found = place < count() && names.equalsFolded(nodes.name(place), name);
    return found ? OptionalInt.of(place) : OptionalInt.empty();
  }
}
