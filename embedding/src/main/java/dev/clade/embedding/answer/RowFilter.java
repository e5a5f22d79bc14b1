package dev.clade.embedding.answer;

import dev.clade.embedding.making.LicenseNames;
import dev.clade.embedding.repository.RepositoryKind;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which repositories may be found.
 *
 * @param kinds what they hold
 * @param tasks in lower case; any if empty
 * @param libraries in lower case; any if empty
 * @param licenses normalised; any if empty
 */
public record RowFilter(
    Set<RepositoryKind> kinds, Set<String> tasks, Set<String> libraries, Set<String> licenses) {
  /** Keeps unmodifiable copies. */
  public RowFilter {
    kinds = Set.copyOf(kinds);
    tasks = Set.copyOf(tasks);
    libraries = Set.copyOf(libraries);
    licenses = Set.copyOf(licenses);
  }

  /** Returns a filter by values as people write them. */
  public static RowFilter of(
      Set<RepositoryKind> kinds,
      Collection<String> tasks,
      Collection<String> libraries,
      Collection<String> licenses) {
    return new RowFilter(
        kinds,
        lower(tasks),
        lower(libraries),
        licenses.stream().map(LicenseNames::normalised).collect(Collectors.toSet()));
  }

  private static Set<String> lower(Collection<String> values) {
    return values.stream()
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
