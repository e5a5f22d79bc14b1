package dev.clade.lineage.server.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.page.EdgePosition;
import dev.clade.runtime.testing.SharedData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two families of the real hub of July 2024. Every figure was counted from the raw table by {@code
 * src/test/python/license_changes.py}, which shares no code with this.
 */
class HubComplianceTest {
  private static final int ALL = 1_000_000;
  private static final Set<LicenseChange> ANY_CHANGE = EnumSet.allOf(LicenseChange.class);

  private static Compliance compliance;

  @BeforeAll
  static void load() throws IOException {
    List<ArtifactRecord> records = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(SharedData.require("hub_models_2024_07/models.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(HubComplianceTest::record).forEach(records::add);
    }
    GraphKeeper graph = new GraphKeeper(new SimpleMeterRegistry());
    graph.apply(records, records.size());
    graph.publish();
    compliance = new Compliance(graph, new LineageFinder(graph));
  }

  /** The root is not in the table, so its own derivations are from unknown licences. */
  @Test
  void licensesChangeAmongTheDescendantsOfMistral() {
    EdgeAnswer<TraitChange, TraitSummary> answer = changes("mistralai/Mistral-7B-v0.1");
    assertThat(answer.walk().size()).isEqualTo(2_772);
    assertThat(answer.total().counts())
        .containsOnly(
            entry(LicenseChange.UNKNOWN, 1_363L),
            entry(LicenseChange.SAME, 1_025L),
            entry(LicenseChange.DROPPED, 367L),
            entry(LicenseChange.NO_OVERLAP, 92L),
            entry(LicenseChange.ADDED, 9L),
            entry(LicenseChange.EXTRA_ADDED, 8L));
    assertThat(answer.total().mutation().mutations()).isCloseTo(96, within(1e-9));
    assertThat(answer.total().mutation().edges()).isEqualTo(1_087);
    assertThat(compliance.findings(question("mistralai/Mistral-7B-v0.1"), Set.of()).total())
        .containsOnly(
            entry(Verdict.UNKNOWN, 1_786L),
            entry(Verdict.COMPATIBLE, 1_061L),
            entry(Verdict.CONFLICT, 17L));
  }

  @Test
  void licensesChangeAmongTheDescendantsOfLlama() {
    EdgeAnswer<TraitChange, TraitSummary> answer = changes("meta-llama/Llama-2-7b-hf");
    assertThat(answer.walk().size()).isEqualTo(875);
    assertThat(answer.page().items()).hasSize(875);
    assertThat(answer.total().counts())
        .containsOnly(
            entry(LicenseChange.DROPPED, 619L),
            entry(LicenseChange.SAME, 205L),
            entry(LicenseChange.NO_OVERLAP, 50L),
            entry(LicenseChange.ADDED, 1L));
    assertThat(answer.total().mutation().mutations()).isCloseTo(50, within(1e-9));
    assertThat(answer.total().mutation().edges()).isEqualTo(234);
    EdgeAnswer<?, ?> conflicts =
        compliance.findings(question("meta-llama/Llama-2-7b-hf"), Set.of(Verdict.CONFLICT));
    assertThat(conflicts.page().items()).hasSize(38);
  }

  private static EdgeAnswer<TraitChange, TraitSummary> changes(String id) {
    return compliance.changes(question(id), Trait.LICENSE, ANY_CHANGE);
  }

  private static EdgeQuestion question(String id) {
    return new EdgeQuestion(
        new LineageQuery(
            List.of(ArtifactName.model(id)),
            new WalkQuestion(Direction.DOWNSTREAM, RelationFilter.DERIVATIONS, 1_000, ALL)),
        EdgePosition.START,
        ALL);
  }

  private static ArtifactRecord record(String line) {
    String[] columns = line.split("\t", -1);
    List<String> tags = List.of(columns[6].split("\\|", -1));
    return new ArtifactRecord(
        ArtifactName.model(columns[0]),
        tagged(tags, "base_model:")
            .map(
                base ->
                    new Declaration(
                        RelationType.UNSPECIFIED_DERIVATION,
                        RelationOrigin.DECLARED,
                        ArtifactName.model(base)))
            .toList(),
        new Attributes(
            new Profile("", "", tagged(tags, "license:").toList(), List.of(), Availability.PUBLIC),
            Optional.empty()));
  }

  private static Stream<String> tagged(List<String> tags, String prefix) {
    return tags.stream()
        .filter(tag -> tag.startsWith(prefix))
        .map(tag -> tag.substring(prefix.length()));
  }
}
