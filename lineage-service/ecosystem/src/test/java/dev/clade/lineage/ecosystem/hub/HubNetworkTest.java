package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.network.CollaborationGraph;
import dev.clade.lineage.ecosystem.network.NetworkParameters;
import dev.clade.lineage.ecosystem.network.NetworkReport;
import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.community.AuthorGroup;
import dev.clade.lineage.ecosystem.network.community.AuthorGroups;
import dev.clade.lineage.ecosystem.network.community.CommunitySearch;
import dev.clade.lineage.ecosystem.network.coreperiphery.CorePeriphery;
import dev.clade.lineage.ecosystem.network.coreperiphery.CoreSignificance;
import dev.clade.lineage.ecosystem.network.identity.SamePerson;
import dev.clade.lineage.ecosystem.network.identity.SamePersonCandidates;
import dev.clade.lineage.ecosystem.network.structure.NetworkStructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The network of 653 authors of 359 popular models of November 2024, beside Osborne et al. (arXiv
 * 2405.13058), who looked at the whole hub of October 2023.
 *
 * <p>The published shares are of a hub that is mostly one person's single upload. These models are
 * the most downloaded ones, so several people work on most of them: far fewer authors are isolates
 * and far fewer repositories have one contributor. What networkx counts on the same commits, by
 * {@code hub_network.py}, is the same to the last digit.
 */
class HubNetworkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static CommitTable commits;
  private static NetworkReport everybody;
  private static NetworkReport people;

  @BeforeAll
  static void load() {
    CommitTable.Builder builder = new CommitTable.Builder();
    Hub.readLines(
        "commits/hub_commits_2024_11.jsonl.gz",
        lines ->
            lines
                .map(HubNetworkTest::json)
                .forEach(
                    each -> {
                      List<String> authors = new ArrayList<>();
                      each.get("authors").forEach(author -> authors.add(author.asText()));
                      builder.add(each.get("model_id").asText(), authors);
                    }));
    commits = builder.build();
    everybody = NetworkReport.of(Contributions.of(commits), NetworkParameters.DEFAULT);
    people = NetworkReport.of(people(), NetworkParameters.DEFAULT);
  }

  @Test
  void allAccounts() {
    assertThat(commits.commitCount()).isEqualTo(8_042);
    Published.figure(
        "repositories with one contributor",
        everybody.repositories().singleContributorShare(),
        100 / 359.0,
        .87);
    Published.figure("isolates", everybody.size().isolateShare(), 82 / 653.0, .89);
    assertThat(everybody.size().ties()).isEqualTo(2_611);
    assertThat(everybody.size().loops()).isEqualTo(98);
    NetworkStructure structure = everybody.structure();
    same(structure.directedDensity(), 0.008022244753740745);
    same(structure.undirectedDensity(), 0.010741389375364858);
    same(structure.reciprocity(), 0.6610494063577174);
    same(structure.reciprocityWithLoops(), 0.6371354743447767);
    same(structure.assortativity(), -0.20969858425863525);
    same(structure.outToInAssortativity(), -0.20537231385325183);
    same(structure.clustering().transitivity(), 0.18503474601154937);
    same(structure.clustering().mean(), 0.6486844836711105);
    assertThat(structure.largestCoreNumber()).isEqualTo(15);
    assertThat(structure.innermostCoreSize()).isEqualTo(16);
    assertThat(structure.components().count()).isEqualTo(45);
    assertThat(structure.components().largest()).isEqualTo(448);
    same(everybody.reciprocityByPosition().inDegree(), 0.11278485878469845);
    same(everybody.reciprocityByPosition().outDegree(), 0.4608789460097611);
    same(everybody.reciprocityByPosition().betweenness(), 0.0008967037537356288);
    same(everybody.reciprocityByPosition().coreNumber(), 0.04061927458661085);
    assertCentral(everybody, Contributions.of(commits), "system", .04351840698, .1326006667);
    // What networkx' Louvain reaches with one seed.
    assertThat(everybody.louvain().modularity()).isCloseTo(.710, within(.01));
    assertThat(everybody.leiden().modularity()).isGreaterThan(.705);
  }

  @Test
  void peopleOnly() {
    Published.figure(
        "repositories with one contributor, people only",
        people.repositories().singleContributorShare(),
        153 / 358.0,
        .87);
    Published.figure("isolates, people only", people.size().isolateShare(), 124 / 648.0, .89);
    NetworkStructure structure = people.structure();
    assertThat(people.size().ties()).isEqualTo(2_073);
    same(structure.reciprocity(), 0.6811384466956102);
    same(structure.assortativity(), -0.08633631748146285);
    same(structure.clustering().transitivity(), 0.3049360968479442);
    assertThat(structure.largestCoreNumber()).isEqualTo(14);
    assertThat(structure.components().largest()).isEqualTo(339);
    same(people.reciprocityByPosition().outDegree(), 0.41436305217263714);
    assertCentral(people, people(), "patrickvonplaten", .0314000233, .0864613048);
    assertThat(people.louvain().modularity()).isCloseTo(.824, within(.01));
  }

  @Test
  void cores() {
    assertCore(everybody, 20, 817, .44142578439);
    assertCore(people, 18, 782, .40861611685);
  }

  private static void assertCore(NetworkReport report, int size, int errors, double correlation) {
    CorePeriphery cores = report.corePeriphery();
    assertThat(cores.discrete().members().cardinality()).isEqualTo(size);
    assertThat(cores.discrete().errors()).isEqualTo(errors);
    assertThat(cores.continuous().converged()).isTrue();
    assertThat(cores.continuous().correlation()).isCloseTo(correlation, within(1e-6));
    assertThat(cores.discreteAndContinuous().jaccard()).isGreaterThan(.7);
    // The innermost k-core is one repository of many contributors, not who all are tied to.
    assertThat(cores.discreteAndInnermost().jaccard()).isLessThan(.25);
    assertThat(report.coreSignificance()).isEqualTo(new CoreSignificance(99, .01, .01));
  }

  @Test
  void theSameEveryTime() {
    assertThat(NetworkReport.of(people(), NetworkParameters.DEFAULT))
        .usingRecursiveComparison()
        .isEqualTo(people);
  }

  @Test
  void groupsOfAuthors() {
    Map<String, JsonNode> models = new HashMap<>();
    Hub.readLines(
        "commits/hub_commits_2024_11_models.jsonl.gz",
        lines ->
            lines
                .map(HubNetworkTest::json)
                .forEach(each -> models.put(each.get("modelId").asText(), each)));
    AuthorGroups found =
        AuthorGroups.of(
            commits,
            people(),
            50,
            repository -> models.get(commits.repository(repository)).get("downloads").asLong(),
            repository -> models.get(commits.repository(repository)).get("likes").asLong(),
            CommunitySearch.LEIDEN,
            1);
    assertThat(found.projection().groupsLeftOut()).isZero();
    assertThat(found.groups().stream().mapToInt(AuthorGroup::repositories).sum()).isEqualTo(358);
    assertThat(found.groups().stream().mapToInt(AuthorGroup::authors).sum()).isEqualTo(648);
    assertThat(found.groups().stream().mapToDouble(AuthorGroup::downloadShare).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** The same pairs that thefuzz finds; this data has git names beside user names. */
  @Test
  void accountsThatMayBeOfOnePerson() {
    Contributions all = Contributions.of(commits);
    List<SamePerson> found =
        SamePersonCandidates.of(CollaborationGraph.of(all).undirected(), all::author);
    assertThat(found)
        .extracting(each -> all.author(each.author()) + "|" + all.author(each.other()))
        .hasSize(11)
        .contains("Patrick von Platen|patrickvonplaten", "JaeHyeong|jaehyeong an");
  }

  private static void assertCentral(
      NetworkReport report,
      Contributions contributions,
      String author,
      double rank,
      double betweenness) {
    int byRank = report.positions().highest(report.positions()::pageRank, 1)[0];
    int between = report.positions().highest(report.positions().betweenness()::of, 1)[0];
    assertThat(contributions.author(report.tied().inWhole(byRank))).isEqualTo(author);
    assertThat(between).isEqualTo(byRank);
    assertThat(report.positions().pageRank(byRank)).isCloseTo(rank, within(1e-9));
    assertThat(report.positions().betweenness().of(between)).isCloseTo(betweenness, within(1e-9));
  }

  private static Contributions people() {
    AutomatedAccounts accounts = AutomatedAccounts.shipped();
    return Contributions.of(commits, any -> true, author -> !accounts.contains(author));
  }

  private static void same(double found, double counted) {
    assertThat(found).isCloseTo(counted, within(1e-12));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
