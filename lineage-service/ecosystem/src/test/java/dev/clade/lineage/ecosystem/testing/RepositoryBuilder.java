package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.graph.attribute.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes a repository shortly: of what is not told nothing is known, and counts are 0. */
public final class RepositoryBuilder {
  private final String id;
  private Availability availability = Availability.PUBLIC;
  private Optional<Instant> createTime = Optional.empty();
  private long downloads;
  private long likes;
  private String task = "";
  private String library = "";
  private List<String> licenses = List.of();
  private List<String> languages = List.of();
  private List<String> tags = List.of();
  private OptionalLong commits = OptionalLong.empty();
  private OptionalLong contributors = OptionalLong.empty();
  private OptionalLong bytes = OptionalLong.empty();
  private Optional<Card> card = Optional.empty();

  /** Begins with an identifier. */
  public RepositoryBuilder(String id) {
    this.id = id;
  }

  /** Sets when it was created. */
  public RepositoryBuilder created(Instant time) {
    createTime = Optional.of(time);
    return this;
  }

  /** Sets the day of its creation, such as {@code 2024-07-11}; it was at noon. */
  public RepositoryBuilder created(String day) {
    return created(Instant.parse(day + "T12:00:00Z"));
  }

  /** Says that the hub has it no more. */
  public RepositoryBuilder deleted() {
    availability = Availability.DELETED;
    return this;
  }

  /** Sets downloads and likes. */
  public RepositoryBuilder counts(long downloads, long likes) {
    this.downloads = downloads;
    this.likes = likes;
    return this;
  }

  /** Sets task and library, empty when unknown. */
  public RepositoryBuilder uses(String task, String library) {
    this.task = task;
    this.library = library;
    return this;
  }

  /** Sets the licences. */
  public RepositoryBuilder licenses(List<String> licenses) {
    this.licenses = licenses;
    return this;
  }

  /** Sets the languages. */
  public RepositoryBuilder languages(List<String> languages) {
    this.languages = languages;
    return this;
  }

  /** Sets the tags. */
  public RepositoryBuilder tags(String... tags) {
    this.tags = List.of(tags);
    return this;
  }

  /** Sets how many commits it has, and of how many authors. */
  public RepositoryBuilder commits(long commits, long contributors) {
    this.commits = OptionalLong.of(commits);
    this.contributors = OptionalLong.of(contributors);
    return this;
  }

  /** Sets the size of its files. */
  public RepositoryBuilder bytes(OptionalLong bytes) {
    this.bytes = bytes;
    return this;
  }

  /** Sets the card. */
  public RepositoryBuilder card(Card card) {
    this.card = Optional.of(card);
    return this;
  }

  /** Returns the repository. */
  public Repository build() {
    return new Repository(
        id,
        availability,
        createTime,
        downloads,
        likes,
        task,
        library,
        licenses,
        languages,
        tags,
        commits,
        contributors,
        OptionalLong.empty(),
        bytes,
        card);
  }
}
