package dev.clade.lineage.ecosystem.catalogue;

import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.attribute.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a model, dataset or space. A count is empty where it was never fetched, which is
 * not the same as 0.
 *
 * @param id its identifier, without the collection
 * @param availability who can have it
 * @param createTime when the hub says that it was created
 * @param downloads as the hub counts them, of the 30 days before; 0 of spaces, which have none
 * @param likes how many people like it
 * @param task such as {@code text-generation}; empty when unknown
 * @param library such as {@code transformers}; empty when unknown
 * @param licenses identifiers as declared, in their order
 * @param languages codes as declared, in their order
 * @param tags all of its tags, in the hub's order
 * @param commits of its main branch
 * @param contributors different authors of those commits
 * @param discussions with pull requests
 * @param bytes of all of its files
 * @param card what counts of its card's text; {@link Card#NONE} when it was looked for in vain
 */
public record Repository(
    String id,
    Availability availability,
    Optional<Instant> createTime,
    long downloads,
    long likes,
    String task,
    String library,
    List<String> licenses,
    List<String> languages,
    List<String> tags,
    OptionalLong commits,
    OptionalLong contributors,
    OptionalLong discussions,
    OptionalLong bytes,
    Optional<Card> card) {
  /** The kinds of artifacts that are repositories. */
  public static final List<ArtifactKind> KINDS =
      List.of(ArtifactKind.MODEL, ArtifactKind.DATASET, ArtifactKind.SPACE);

  /** Keeps unchangeable copies of the lists. */
  public Repository {
    licenses = List.copyOf(licenses);
    languages = List.copyOf(languages);
    tags = List.copyOf(tags);
  }

  /** Returns whom it belongs to: its identifier up to the slash, or all of it without one. */
  public String owner() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /** Whether the hub still has it, as far as is known. */
  public boolean isThere() {
    return availability != Availability.DELETED;
  }
}
