package dev.clade.lineage.ecosystem.network;

import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The report on the example that was worked by hand. */
class NetworkAnalysisTest {
  private static final NetworkAnalysis ANALYSIS = new NetworkAnalysis();
  private static final MemoryCatalogue HUB =
      MemoryCatalogue.EMPTY.with(
          ArtifactKind.MODEL,
          List.of(
              model("R1", 60, 3).build(),
              model("R2", 900, 900).deleted().build(),
              model("R3", 20, 0).build(),
              model("R4", 20, 1, "pytorch", "translation").build(),
              model("R5", 5, 5).build()));

  @Test
  void measuresAreThoseThatWereWorkedByHand() {
    List<String> measures = rows(run(Example.COMMITS, Map.of()), "measures");
    assertThat(measures)
        .contains(
            "all,repositories,4.0,4.0",
            "all,share with one contributor,0.5,0.5",
            "all,authors,6.0,6.0",
            "all,ties,6.0,6.0",
            "all,isolates,1.0,1.0",
            "all,\"density, directed\",0.3,0.3",
            "all,components,2.0,2.0",
            "all,authors of the largest component,3.0,3.0");
    assertThat(measures).filteredOn(row -> row.startsWith("all,reciprocity,")).hasSize(1);
    assertThat(measures).filteredOn(row -> row.startsWith("all,reciprocity,0.66666")).hasSize(1);
    assertThat(measures).contains("all,\"reciprocity, self-loops as unreturned\",0.5,0.5");
    assertThat(measures).hasSize(NetworkMeasure.ALL.size()).doesNotHaveDuplicates();
  }

  @Test
  void automatedAccountsAreLeftOutOfPeopleOnly() {
    CommitTable commits =
        new CommitTable.Builder()
            .add("R1", List.of("system"))
            .add("R1", List.of("ann"))
            .add("R2", List.of("bob"))
            .build();
    Report report = run(commits, Map.of());
    assertThat(rows(report, "measures"))
        .contains("all,authors,3.0,2.0", "all,isolates,1.0,2.0", "all,ties,2.0,0.0");
    assertThat(rows(report, "automated_accounts")).singleElement().asString().startsWith("system,");
    assertThat(rows(report, "top_authors")).allMatch(row -> row.startsWith("all,all,"));
  }

  @Test
  void aSubFieldHasTheModelsWithAnyOfItsTags() {
    Report report = run(Example.COMMITS, Map.of("models", "language,multimodal"));
    assertThat(rows(report, "measures"))
        .contains(
            "language,repositories,1.0,1.0",
            "language,authors,2.0,2.0",
            "multimodal,repositories,0.0,0.0");
    assertThat(rows(report, "degrees"))
        .containsExactly("language,all,1,2,2", "language,people,1,2,2");
    assertThat(report.figures())
        .extracting(Figure::name)
        .startsWith("core_language_all", "degrees_language_all", "core_language_people")
        .hasSize(8);
  }

  @Test
  void tablesTellAuthorsGroupsAndComponents() {
    Report report = run(Example.COMMITS, Map.of("limit", "1"));
    assertThat(rows(report, "component_sizes"))
        .containsExactly("all,all,2,1", "all,all,3,1", "all,people,2,1", "all,people,3,1");
    // a is tied to b and c, both ways with b; 3 + 3 commits lead away and 1 comes from b.
    assertThat(rows(report, "degrees"))
        .contains("all,people,0,1,0", "all,people,1,2,4", "all,people,2,2,1");
    assertThat(rows(report, "author_groups"))
        .as("R1 and R3 have 80 of 100 downloads and 3 of 4 likes; R2 is gone, R5 has no commits")
        .containsExactly("all,all,0,3,2,0.8,0.75,", "all,people,0,3,2,0.8,0.75,");
    assertThat(rows(report, "author_group_sizes"))
        .allMatch(row -> row.startsWith("all,all,3,") || row.startsWith("all,people,3,"))
        .allMatch(row -> row.endsWith(",0,0"));
    assertThat(rows(report, "communities")).containsExactly("all,all,0,3", "all,people,0,3");
  }

  @Test
  void theCoreIsShadedByTheWeightOfTies() {
    Figure.HeatMap core = (Figure.HeatMap) run(Example.COMMITS, Map.of()).figures().getFirst();
    int a = core.labels().indexOf("a");
    int c = core.labels().indexOf("c");
    assertThat(core.labels()).containsExactlyInAnyOrder("a", "b", "c", "e", "f");
    assertThat(core.values().get(a).get(c)).isEqualTo(3);
    assertThat(core.values().get(c).get(a)).isZero();
  }

  @Test
  void saysWhatWasLookedAt() {
    assertThat(run(Example.COMMITS, Map.of()).coverage())
        .extracting(Report.Fact::count)
        .as("models, of them with commits, in no sub-field, gone; commits, authors")
        .containsExactly(4L, 4L, 2L, 1L, 13L, 6L);
  }

  @Test
  void tiedAccountsOfLikeNamesAreCandidates() {
    CommitTable commits =
        new CommitTable.Builder()
            .add("R1", List.of("Ann-Lovelace"))
            .add("R1", List.of("annlovelace"))
            .build();
    assertThat(rows(run(commits, Map.of()), "same_person_candidates"))
        .contains("all,people,Ann-Lovelace,annlovelace,100");
  }

  @Test
  void withoutCommitsThereIsNobody() {
    Report report = run(new CommitTable.Builder().build(), Map.of());
    assertThat(rows(report, "measures")).contains("all,authors,0.0,0.0", "all,reciprocity,,");
    assertThat(rows(report, "top_authors")).isEmpty();
  }

  private static Report run(CommitTable commits, Map<String, String> set) {
    Map<String, String> few = new TreeMap<>(Map.of("rewirings", "9"));
    few.putAll(set);
    return ANALYSIS.run(HUB, commits, Parameters.of(ANALYSIS.parameters(), few));
  }

  private static RepositoryBuilder model(String id, long downloads, long likes, String... tags) {
    return new RepositoryBuilder(id).counts(downloads, likes).tags(tags);
  }
}
