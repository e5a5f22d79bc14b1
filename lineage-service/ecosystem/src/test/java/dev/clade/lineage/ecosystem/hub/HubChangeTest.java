package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeSteps;
import dev.clade.lineage.ecosystem.maintenance.change.Transitions;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Of 5,255 commits that touch weights, what the next one touches; counted again by {@code
 * hub_maintenance.py}. The data names only the files with weights, so the categories of text and
 * metadata cannot be told here.
 */
class HubChangeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void transitions() {
    Map<String, List<JsonNode>> repositories = new HashMap<>();
    Hub.readLines(
        "commits/hub_weight_commits_2024_12.jsonl.gz",
        lines ->
            lines
                .map(HubChangeTest::json)
                .forEach(
                    each ->
                        repositories
                            .computeIfAbsent(each.get("repo").asText(), any -> new ArrayList<>())
                            .add(each)));
    repositories
        .values()
        .forEach(
            commits ->
                commits.sort(
                    Comparator.comparing((JsonNode each) -> each.get("date").asText())
                        .thenComparing(each -> each.get("commit").asText())));
    ChangeSteps steps = new ChangeSteps();
    repositories
        .values()
        .forEach(commits -> steps.add(commits.stream().map(HubChangeTest::categories).toList()));
    Transitions found = new Transitions(steps.table());
    JsonNode counted =
        Answers.read("/dev/clade/lineage/ecosystem/hub/hub_maintenance.json").get("changes");
    assertThat(found.steps()).isEqualTo(counted.get("steps").asLong());
    for (ChangeCategory from : ChangeCategory.values()) {
      for (ChangeCategory to : ChangeCategory.values()) {
        JsonNode expected = counted.get("counts").path(from.name()).path(to.name());
        assertThat(found.count(from, to)).isEqualTo(expected.asLong());
      }
    }
    double same = found.probability(ChangeCategory.OUTPUT_DATA, ChangeCategory.OUTPUT_DATA);
    System.out.printf(
        Locale.ROOT, "output data after output data %.4f of %d steps%n", same, found.steps());
    assertThat(same).isCloseTo(counted.get("outputAfterOutput").asDouble(), within(1e-12));
  }

  private static Optional<Set<ChangeCategory>> categories(JsonNode commit) {
    return Optional.of(
        ChangeCategory.of(
            Answers.stream(commit.get("files")).map(file -> file.get(0).asText()).toList()));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
