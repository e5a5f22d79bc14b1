package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.reference.ReferenceTable;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The metadata fields that a documented model is expected to have.
 *
 * @param names at least one
 */
public record MetadataFields(Set<String> names) {
  /** Keeps an unchangeable copy, and checks that there are any. */
  public MetadataFields {
    names = Set.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one field");
    }
  }

  /**
   * Returns the fields that the catalogue has. The 14 of Jones et al. are not named in what could
   * be read; these are not claimed to be theirs.
   */
  public static MetadataFields shipped() {
    return new MetadataFields(
        new TreeSet<>(ReferenceTable.beside(MetadataFields.class, "metadata_fields.tsv").keySet()));
  }

  /** Returns the fields that a repository has: by its own attribute, or a tag with its prefix. */
  public Set<String> of(Repository repository) {
    Set<String> present = new TreeSet<>();
    for (String name : names) {
      boolean has =
          switch (name) {
            case "language" -> !repository.languages().isEmpty();
            case "library_name" -> !repository.library().isEmpty();
            case "license" -> !repository.licenses().isEmpty();
            case "pipeline_tag" -> !repository.task().isEmpty();
            default -> isTagged(repository, name + ":");
          };
      if (has) {
        present.add(name);
      }
    }
    return present;
  }

  private static boolean isTagged(Repository repository, String prefix) {
    return repository.tags().stream()
        .anyMatch(tag -> tag.startsWith(prefix) && tag.length() > prefix.length());
  }

  /** Returns the share of the fields that a model has, 0 to 1. */
  public double share(Predicate<String> present) {
    return names.stream().filter(present).count() / (double) names.size();
  }
}
