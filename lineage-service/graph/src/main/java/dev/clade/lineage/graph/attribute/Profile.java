package dev.clade.lineage.graph.attribute;

import java.util.List;

/**
 * What many artifacts have in common.
 *
 * @param task task, such as {@code text-generation}; empty when unknown
 * @param library library, such as {@code transformers}; empty when unknown
 * @param licenses licence identifiers as declared, in their order
 * @param languages language codes as declared, in their order
 * @param availability who can have it
 */
public record Profile(
    String task,
    String library,
    List<String> licenses,
    List<String> languages,
    Availability availability) {
  /** Nothing is known. */
  public static final Profile UNKNOWN =
      new Profile("", "", List.of(), List.of(), Availability.UNKNOWN);

  /** Keeps unchangeable copies of the lists. */
  public Profile {
    licenses = List.copyOf(licenses);
    languages = List.copyOf(languages);
  }
}
