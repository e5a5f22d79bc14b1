package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.attribute.Availability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes repositories shortly. */
public final class Repositories {
  private Repositories() {}

  /** Returns a repository of which nothing else is known. */
  public static Repository repository(
      String id, long downloads, long likes, List<String> licenses, List<String> tags) {
    return repository(
        id,
        Availability.PUBLIC,
        downloads,
        likes,
        licenses,
        tags,
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** Returns the same with its numbers of commits and of contributors. */
  public static Repository withCommits(Repository same, long commits, long contributors) {
    return repository(
        same.id(),
        same.availability(),
        same.downloads(),
        same.likes(),
        same.licenses(),
        same.tags(),
        OptionalLong.of(commits),
        OptionalLong.of(contributors));
  }

  /** Returns the same when the hub has it no more. */
  public static Repository gone(Repository same) {
    return repository(
        same.id(),
        Availability.DELETED,
        same.downloads(),
        same.likes(),
        same.licenses(),
        same.tags(),
        same.commits(),
        same.contributors());
  }

  private static Repository repository(
      String id,
      Availability availability,
      long downloads,
      long likes,
      List<String> licenses,
      List<String> tags,
      OptionalLong commits,
      OptionalLong contributors) {
    return new Repository(
        id,
        availability,
        Optional.empty(),
        downloads,
        likes,
        "",
        "",
        licenses,
        List.of(),
        tags,
        commits,
        contributors,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
