package dev.clade.embedding.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository as a source tells of it. All but its kind and identifier may be missing, and what is
 * missing is never made up.
 *
 * @param kind what it holds
 * @param id owner and name, such as {@code google/flan-t5-base}, or a name alone
 * @param createdAt when it was created
 * @param observedAt when everything without a time of its own was read; empty when unknown
 * @param task the task it declares, such as {@code text-generation}; empty without one
 * @param library the library it declares; empty without one
 * @param licenses the licences it declares, in their order
 * @param card text of its card with its block of metadata; empty without one
 * @param tags in the hub's order
 * @param config keys and values of its configuration; nested keys are joined with points
 * @param numbers measured numbers by name, such as {@code parameters}
 * @param files its files; empty when unknown
 * @param commits of its main branch, in any order
 * @param counts what was counted on several days, in any order
 * @param relations what it declares to come from
 */
public record RepositoryRecord(
    RepositoryKind kind,
    String id,
    Optional<Instant> createdAt,
    Optional<Instant> observedAt,
    String task,
    String library,
    List<String> licenses,
    String card,
    List<String> tags,
    Map<String, String> config,
    Map<String, Double> numbers,
    List<RepositoryFile> files,
    List<DatedCommit> commits,
    List<DatedCounts> counts,
    List<DeclaredRelation> relations) {
  /** Keeps unmodifiable copies. */
  public RepositoryRecord {
    licenses = List.copyOf(licenses);
    tags = List.copyOf(tags);
    config = Map.copyOf(config);
    numbers = Map.copyOf(numbers);
    files = List.copyOf(files);
    commits = List.copyOf(commits);
    counts = List.copyOf(counts);
    relations = List.copyOf(relations);
  }

  /** Begins a record of which nothing else is known. */
  public static RepositoryRecordBuilder of(RepositoryKind kind, String id) {
    return new RepositoryRecordBuilder(kind, id);
  }

  /** Returns whom it belongs to: its identifier up to the slash, or all of it without one. */
  public String owner() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /** Returns what it is called: its identifier behind the slash, or all of it without one. */
  public String name() {
    return id.substring(id.indexOf('/') + 1);
  }

  /** Returns the architecture that its configuration names; empty without one. */
  public String modelType() {
    return config.getOrDefault("model_type", "");
  }

  /** Returns the identifiers that it names in relations of a kind. */
  public List<String> targets(RelationKind wanted) {
    return relations.stream()
        .filter(each -> each.kind() == wanted)
        .map(DeclaredRelation::target)
        .toList();
  }

  /** Returns the base models that it names. */
  public List<String> baseModels() {
    return relations.stream()
        .filter(each -> each.kind().isDerivation())
        .map(DeclaredRelation::target)
        .distinct()
        .toList();
  }
}
