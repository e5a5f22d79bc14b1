package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A choice of artifacts. Every criterion that is given must hold; an artifact of which it is not
 * known whether it holds is not chosen.
 *
 * @param kinds kinds to choose from; empty for every one
 * @param tasks tasks to choose from, such as {@code text-generation}; empty for every one
 * @param licenses licence identifiers of which an artifact must declare at least one; empty for
 *     every one
 * @param authors owners to choose from, regardless of case; empty for every one
 * @param createdFrom earliest time of creation
 * @param createdBefore time that the creation must be before
 */
public record NodeFilter(
    Set<ArtifactKind> kinds,
    Set<String> tasks,
    Set<String> licenses,
    Set<String> authors,
    Optional<Instant> createdFrom,
    Optional<Instant> createdBefore) {
  /** Every artifact. */
  public static final NodeFilter ALL =
      new NodeFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

  /** Keeps unchangeable copies of the sets. */
  public NodeFilter {
    kinds = Set.copyOf(kinds);
    tasks = Set.copyOf(tasks);
    licenses = Set.copyOf(licenses);
    authors =
        authors.stream()
            .map(author -> author.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether no criterion is given. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Returns the choice among the nodes of a snapshot. */
  public IntPredicate on(GraphSnapshot graph) {
    return isAll() ? node -> true : node -> chooses(graph, node);
  }

  private boolean chooses(GraphSnapshot graph, int node) {
    return holds(kinds, graph.kind(node))
        && (tasks.isEmpty() || tasks.contains(graph.attributes().task(node)))
        && (licenses.isEmpty() || declaresOne(graph.attributes().licenses(node)))
        && (authors.isEmpty() || authors.contains(author(graph.name(node))))
        && (createdFrom.isEmpty() && createdBefore.isEmpty()
            || graph.attributes().createTime(node).filter(this::isInTime).isPresent());
  }

  private boolean declaresOne(List<String> declared) {
    return declared.stream().anyMatch(licenses::contains);
  }

  private boolean isInTime(Instant created) {
    return createdFrom.map(from -> !created.isBefore(from)).orElse(true)
        && createdBefore.map(created::isBefore).orElse(true);
  }

  private static boolean holds(Set<ArtifactKind> kinds, ArtifactKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private static String author(ArtifactName name) {
    return name.owner().toLowerCase(Locale.ROOT);
  }
}
