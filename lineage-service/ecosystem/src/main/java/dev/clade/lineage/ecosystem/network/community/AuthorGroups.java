package dev.clade.lineage.ecosystem.network.community;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.graph.Groups;
import dev.clade.lineage.ecosystem.network.graph.Projection;
import dev.clade.lineage.graph.ArtifactName;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * Groups of authors who work on the same repositories, and what the groups hold (the analysis of
 * Castaño et al., arXiv 2311.13380; they do not tell how they built the graph, so the rule is
 * Clade's own).
 *
 * <p>Authors are tied by the repositories that they share, as many as these are. A repository is of
 * the community whose members are listed first in most of its commits, the smallest number of
 * several.
 *
 * @param projection the authors' graph, and what was left out of it
 * @param communities of authors
 * @param groups of each community, in order, what it holds
 */
public record AuthorGroups(
    Projection projection, Communities communities, List<AuthorGroup> groups) {
  /** Keeps an unchangeable copy of the list. */
  public AuthorGroups {
    groups = List.copyOf(groups);
  }

  /**
   * Returns the groups of some contributions.
   *
   * @param commits the table that they are from
   * @param largestRepository most contributors of a repository that ties them, at least 2
   * @param downloads of a repository, by its number in the table, at least 0
   * @param likes the same
   */
  public static AuthorGroups of(
      CommitTable commits,
      Contributions contributions,
      int largestRepository,
      IntToLongFunction downloads,
      IntToLongFunction likes,
      CommunitySearch search,
      long seed) {
    Projection projection =
        Projection.of(contributions.contributors(), contributions.authorCount(), largestRepository);
    Communities communities = search.in(projection.graph(), seed);
    Holdings[] holdings =
        Stream.generate(Holdings::new).limit(communities.count()).toArray(Holdings[]::new);
    Holdings all = new Holdings();
    for (int i = 0; i < contributions.contributors().groupCount(); i++) {
      int community = community(contributions, communities, i);
      int repository = contributions.repository(i);
      long downloaded = downloads.applyAsLong(repository);
      long liked = likes.applyAsLong(repository);
      holdings[community].add(commits.repository(repository), downloaded, liked);
      all.add(commits.repository(repository), downloaded, liked);
    }
    List<AuthorGroup> groups = new ArrayList<>();
    for (int community = 0; community < holdings.length; community++) {
      groups.add(holdings[community].group(community, communities.size(community), all));
    }
    return new AuthorGroups(projection, communities, groups);
  }

  private static int community(Contributions contributions, Communities communities, int group) {
    Groups contributors = contributions.contributors();
    Int2IntOpenHashMap commits = new Int2IntOpenHashMap();
    for (int i = contributors.start(group); i < contributors.end(group); i++) {
      int community = communities.of(contributors.member(i));
      commits.addTo(community, contributions.firstAuthored(i));
    }
    return commits.int2IntEntrySet().stream()
        .min(
            Comparator.<Int2IntMap.Entry>comparingInt(each -> -each.getIntValue())
                .thenComparingInt(Int2IntMap.Entry::getIntKey))
        .orElseThrow()
        .getIntKey();
  }

  /** Adds up what repositories hold. */
  private static final class Holdings {
    private final Object2IntOpenHashMap<String> repositoriesOfOwners =
        new Object2IntOpenHashMap<>();
    private int repositories;
    private long downloads;
    private long likes;

    void add(String repository, long downloaded, long liked) {
      repositoriesOfOwners.addTo(ArtifactName.model(repository).owner(), 1);
      repositories++;
      downloads += downloaded;
      likes += liked;
    }

    AuthorGroup group(int community, int authors, Holdings all) {
      return new AuthorGroup(
          community,
          authors,
          repositories,
          (double) downloads / all.downloads,
          (double) likes / all.likes,
          topOwner());
    }

    private String topOwner() {
      return repositoriesOfOwners.object2IntEntrySet().stream()
          .min(
              Comparator.<Object2IntMap.Entry<String>>comparingInt(each -> -each.getIntValue())
                  .thenComparing(Object2IntMap.Entry::getKey))
          .map(Object2IntMap.Entry::getKey)
          .orElse("");
    }
  }
}
