package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.community.Communities;
import dev.clade.lineage.ecosystem.network.coreperiphery.CorePeriphery;
import dev.clade.lineage.ecosystem.network.identity.SamePerson;
import dev.clade.lineage.ecosystem.network.identity.SamePersonCandidates;
import dev.clade.lineage.ecosystem.network.position.Positions;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The tables of collaboration networks, whose first columns tell which network a row is of. */
final class NetworkTables {
  private NetworkTables() {}

  static Table measures(List<StudiedNetwork.Pair> pairs) {
    Table.Builder table =
        Table.named("measures", "What is measured, with and without automated accounts")
            .text("models", "Models")
            .text("measure", "Measure")
            .real("all_accounts", "All accounts")
            .real("people", "People");
    for (StudiedNetwork.Pair pair : pairs) {
      for (NetworkMeasure each : NetworkMeasure.ALL) {
        table.row(
            pair.people().models(),
            each.title(),
            each.value().applyAsDouble(pair.everybody().report()),
            each.value().applyAsDouble(pair.people().report()));
      }
    }
    return table.build();
  }

  static Table topAuthors(List<StudiedNetwork> networks, int limit) {
    Table.Builder table =
        named("top_authors", "The authors of highest PageRank")
            .text("author", "Author")
            .real("page_rank", "PageRank")
            .whole("out_degree", "Others that their commits tie them to")
            .whole("in_degree", "Others whose commits tie to them")
            .whole("out_strength", "Weight of ties from them")
            .whole("in_strength", "Weight of ties to them")
            .real("betweenness", "Betweenness")
            .real("betweenness_error", "Its standard error")
            .whole("core_number", "Core number")
            .real("coreness", "Coreness");
    for (StudiedNetwork network : networks) {
      Positions positions = network.report().positions();
      CorePeriphery core = network.report().corePeriphery();
      for (int node : positions.highest(positions::pageRank, limit)) {
        table.row(
            network.models(),
            network.accounts(),
            network.author(node),
            positions.pageRank(node),
            positions.outDegree(node),
            positions.inDegree(node),
            positions.outStrength(node),
            positions.inStrength(node),
            positions.betweenness().of(node),
            positions.betweenness().standardError(node),
            core.cores().of(node),
            core.continuous().of(node));
      }
    }
    return table.build();
  }

  static Table degrees(List<StudiedNetwork> networks) {
    Table.Builder table =
        named("degrees", "Authors, isolates left out, by number of ties")
            .whole("degree", "Ties")
            .whole("out", "Authors with so many from them")
            .whole("in", "With so many to them");
    for (StudiedNetwork network : networks) {
      Distribution out = network.outDegrees();
      Distribution in = network.inDegrees();
      TreeSet<Integer> occurring = new TreeSet<>(out.counts().keySet());
      occurring.addAll(in.counts().keySet());
      for (int degree : occurring) {
        table.row(
            network.models(), network.accounts(), degree, out.count(degree), in.count(degree));
      }
    }
    return table.build();
  }

  static Table componentSizes(List<StudiedNetwork> networks) {
    Table.Builder table =
        named("component_sizes", "Components of tied authors by size")
            .whole("authors", "Authors")
            .whole("components", "Components");
    for (StudiedNetwork network : networks) {
      Distribution sizes = network.report().structure().components().sizes();
      for (int size : sizes.counts().keySet()) {
        table.row(network.models(), network.accounts(), size, sizes.count(size));
      }
    }
    return table.build();
  }

  static Table communities(List<StudiedNetwork> networks, int limit) {
    Table.Builder table =
        named("communities", "The largest communities by Leiden")
            .whole("community", "Community")
            .whole("authors", "Authors");
    for (StudiedNetwork network : networks) {
      Communities found = network.report().leiden();
      IntStream.range(0, Math.min(limit, found.count()))
          .forEach(each -> table.row(network.models(), network.accounts(), each, found.size(each)));
    }
    return table.build();
  }

  static Table samePersons(List<StudiedNetwork> networks, int limit) {
    Table.Builder table =
        named("same_person_candidates", "Tied accounts whose names are much alike")
            .text("author", "Author")
            .text("other", "Other author")
            .whole("similarity", "Similarity, of 100");
    for (StudiedNetwork network : networks) {
      List<SamePerson> candidates =
          SamePersonCandidates.of(network.report().tied().graph().undirected(), network::author);
      candidates.stream()
          .limit(limit)
          .forEach(
              each ->
                  table.row(
                      network.models(),
                      network.accounts(),
                      network.author(each.author()),
                      network.author(each.other()),
                      each.similarity()));
    }
    return table.build();
  }

  static Table automated(CommitTable commits, AutomatedAccounts accounts) {
    Table.Builder table =
        Table.named("automated_accounts", "The accounts that are left out of people")
            .text("account", "Account")
            .text("reason", "Why");
    IntStream.range(0, commits.authorCount())
        .mapToObj(commits::author)
        .filter(accounts::contains)
        .forEach(
            account ->
                table.row(account, accounts.reasons().get(account.toLowerCase(Locale.ROOT))));
    return table.build();
  }

  /** Begins a table of networks. */
  static Table.Builder named(String name, String title) {
    return Table.named(name, title).text("models", "Models").text("accounts", "Accounts");
  }
}
