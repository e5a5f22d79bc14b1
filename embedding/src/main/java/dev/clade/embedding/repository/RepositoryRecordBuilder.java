package dev.clade.embedding.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a record together from what a source tells. */
public final class RepositoryRecordBuilder {
  private final RepositoryKind kind;
  private final String id;
  private Optional<Instant> createdAt = Optional.empty();
  private Optional<Instant> observedAt = Optional.empty();
  private String task = "";
  private String library = "";
  private String card = "";
  private final List<String> licenses = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final Map<String, String> config = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();
  private final List<RepositoryFile> files = new ArrayList<>();
  private final List<DatedCommit> commits = new ArrayList<>();
  private final List<DatedCounts> counts = new ArrayList<>();
  private final List<DeclaredRelation> relations = new ArrayList<>();

  RepositoryRecordBuilder(RepositoryKind kind, String id) {
    this.kind = kind;
    this.id = id;
  }

  /** Says when it was created. */
  public RepositoryRecordBuilder created(Instant time) {
    createdAt = Optional.of(time);
    return this;
  }

  /** Says when everything without a time of its own was read. */
  public RepositoryRecordBuilder observed(Instant time) {
    observedAt = Optional.of(time);
    return this;
  }

  /** Says what it is for. */
  public RepositoryRecordBuilder task(String name) {
    task = name;
    return this;
  }

  /** Says what it is made with. */
  public RepositoryRecordBuilder library(String name) {
    library = name;
    return this;
  }

  /** Adds licences. */
  public RepositoryRecordBuilder licenses(List<String> names) {
    licenses.addAll(names);
    return this;
  }

  /** Says what its card says, with the block of metadata. */
  public RepositoryRecordBuilder card(String text) {
    card = text;
    return this;
  }

  /** Adds tags. */
  public RepositoryRecordBuilder tags(List<String> names) {
    tags.addAll(names);
    return this;
  }

  /** Adds an entry of the configuration. */
  public RepositoryRecordBuilder config(String key, String value) {
    config.put(key, value);
    return this;
  }

  /** Adds a measured number. */
  public RepositoryRecordBuilder number(String name, double value) {
    numbers.put(name, value);
    return this;
  }

  /** Adds a file. */
  public RepositoryRecordBuilder file(RepositoryFile file) {
    files.add(file);
    return this;
  }

  /** Adds a commit. */
  public RepositoryRecordBuilder commit(DatedCommit commit) {
    commits.add(commit);
    return this;
  }

  /** Adds what was counted on a day. */
  public RepositoryRecordBuilder counts(DatedCounts counted) {
    counts.add(counted);
    return this;
  }

  /** Adds a relation. */
  public RepositoryRecordBuilder relation(RelationKind relation, String target) {
    relations.add(new DeclaredRelation(relation, target));
    return this;
  }

  /** Returns the record. */
  public RepositoryRecord build() {
    return new RepositoryRecord(
        kind,
        id,
        createdAt,
        observedAt,
        task,
        library,
        licenses,
        card,
        tags,
        config,
        numbers,
        files,
        commits,
        counts,
        relations);
  }
}
