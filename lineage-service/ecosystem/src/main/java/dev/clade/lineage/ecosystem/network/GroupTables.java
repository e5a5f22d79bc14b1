package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.community.AuthorGroup;
import dev.clade.lineage.ecosystem.network.community.AuthorGroups;
import dev.clade.lineage.ecosystem.network.community.CommunitySearch;
import dev.clade.report.Table;
import java.util.List;

/** The tables of author groups: communities of authors who share repositories. */
final class GroupTables {
  private final Table.Builder sizes =
      NetworkTables.named("author_group_sizes", "Author groups, and what was left out of them")
          .whole("groups", "Groups")
          .real("modularity", "Modularity")
          .whole("repositories_left_out", "Repositories above the bound, left out")
          .whole("pairs_left_out", "Pairs of their contributors");

  private final Table.Builder groups =
      NetworkTables.named("author_groups", "The largest groups of authors who share repositories")
          .whole("group", "Group")
          .whole("authors", "Authors")
          .whole("repositories", "Repositories that are their own")
          .real("download_share", "Their share of downloads")
          .real("like_share", "Their share of likes")
          .text("top_owner", "Owner of most of these");

  /** Finds the groups of some networks by Louvain, as the study does. */
  static List<Table> of(
      CommitTable commits,
      StudiedModels models,
      List<StudiedNetwork> networks,
      int largestRepository,
      int limit,
      long seed) {
    GroupTables tables = new GroupTables();
    for (StudiedNetwork network : networks) {
      AuthorGroups found =
          AuthorGroups.of(
              commits,
              network.contributions(),
              largestRepository,
              models::downloads,
              models::likes,
              CommunitySearch.LOUVAIN,
              seed);
      tables.add(network, found, limit);
    }
    return List.of(tables.sizes.build(), tables.groups.build());
  }

  private void add(StudiedNetwork network, AuthorGroups found, int limit) {
    sizes.row(
        network.models(),
        network.accounts(),
        found.groups().size(),
        found.communities().modularity(),
        found.projection().groupsLeftOut(),
        found.projection().pairsLeftOut());
    for (AuthorGroup each : found.groups().subList(0, Math.min(limit, found.groups().size()))) {
      groups.row(
          network.models(),
          network.accounts(),
          each.community(),
          each.authors(),
          each.repositories(),
          each.downloadShare(),
          each.likeShare(),
          each.topOwner());
    }
  }
}
