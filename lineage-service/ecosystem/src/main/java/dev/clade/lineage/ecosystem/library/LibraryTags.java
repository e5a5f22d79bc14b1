package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.reference.ReferenceTable;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Which tags are libraries, frameworks or formats of weights.
 *
 * @param names the name of each by its tag
 */
public record LibraryTags(SortedMap<String, String> names) {
  /** Returns the table that comes with Clade: what the hub lists as libraries, and frameworks. */
  public static LibraryTags shipped() {
    return new LibraryTags(ReferenceTable.beside(LibraryTags.class, "library_tags.tsv"));
  }

  /**
   * Returns the libraries of a model, ascending; several where it works with several.
   *
   * @param library the one that the hub names, counted whether it is in the table or not; empty
   *     when it names none
   * @param tags the model's tags, those that are no library too
   */
  public Set<String> of(String library, Collection<String> tags) {
    Set<String> found = new TreeSet<>();
    if (!library.isEmpty()) {
      found.add(library);
    }
    tags.stream().filter(names::containsKey).forEach(found::add);
    return found;
  }
}
