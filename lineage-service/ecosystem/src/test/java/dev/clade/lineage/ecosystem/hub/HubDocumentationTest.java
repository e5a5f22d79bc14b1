package dev.clade.lineage.ecosystem.hub;

import static dev.clade.lineage.ecosystem.hub.Published.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.ecosystem.documentation.CardCounts;
import dev.clade.lineage.ecosystem.documentation.DocumentationAnalysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Cards of February 2022 beside Laufer et al. (arXiv 2508.06811, July 2025), and metadata of July
 * 2024 by the test of Jones et al. (arXiv 2406.08205), whose figures could not be read. Counted by
 * {@code hub_evolution.py}.
 *
 * <p>The cards are those that state an open license in their front matter, so all are there.
 */
class HubDocumentationTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_evolution.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern METADATA =
      Pattern.compile("\\A---\\s*\\n.*?\\n---\\s*(\\n|\\z)", Pattern.DOTALL);

  @Test
  void cards() {
    List<Card> cards = new ArrayList<>();
    Hub.readLines(
        "model_cards_2022_02/cards_open_licence.jsonl.gz",
        lines -> lines.forEach(line -> cards.add(Card.of(text(line)))));
    CardCounts counts = CardCounts.of(cards);
    JsonNode counted = COUNTED.get("cards");
    figure(
        "share of models with a card",
        counts.share(),
        counted.get("there").asDouble() / counted.get("count").asDouble(),
        .67036);
    figure("length of cards", counts.lengths().mean(), counted.get("mean").asDouble(), 9_773.376);
    assertThat(counts.automatic()).isEqualTo(counted.get("automatic").asLong());
    assertThat(counts.lengths().median()).isEqualTo(counted.get("median").asDouble());
  }

  /** As the catalogue has cards: without the block of metadata. */
  @Test
  void cardsInTheReport() {
    List<Repository> models = new ArrayList<>();
    Hub.readLines(
        "model_cards_2022_02/cards_open_licence.jsonl.gz",
        lines ->
            lines.forEach(
                line -> {
                  Card card = Card.of(METADATA.matcher(text(line)).replaceFirst(""));
                  models.add(new RepositoryBuilder("card/" + models.size()).card(card).build());
                }));
    Report report =
        run(
            GraphSnapshot.empty(),
            MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, models),
            Map.of());
    List<String> found = Reports.cells(report, "cards").getFirst();
    JsonNode counted = COUNTED.get("cards").get("bodies");
    assertThat(found.get(0)).isEqualTo(COUNTED.get("cards").get("count").asText());
    assertThat(found.get(1)).isEqualTo(counted.get("there").asText());
    assertThat(found.get(3)).isEqualTo(counted.get("automatic").asText());
    assertThat(Double.parseDouble(found.get(5))).isCloseTo(number(counted, "mean"), within(1e-6));
    assertThat(Double.parseDouble(found.get(8))).isEqualTo(number(counted, "median"));
    System.out.println(String.join(", ", found));
  }

  @Test
  void metadataOfTopAndBottom() {
    Hub hub = Hub.load();
    HubCatalogue catalogue = HubCatalogue.load();
    long start = System.nanoTime();
    Report report = run(hub.snapshot(), catalogue, Map.of());
    System.out.printf("documentation took %.2f s.%n", (System.nanoTime() - start) / 1e9);
    JsonNode counted = COUNTED.get("described");
    for (List<String> field : Reports.cells(report, "fields")) {
      assertThat(field.get(1)).isEqualTo(counted.get("fields").get(field.getFirst()).asText());
    }
    double mean =
        Reports.cells(report, "fields").stream()
            .mapToDouble(field -> Double.parseDouble(field.get(2)))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(number(counted, "mean"), within(1e-12));
    for (List<String> row : Reports.cells(report, "top_bottom")) {
      JsonNode test = counted.get("tests").get(row.getFirst());
      assertThat(Double.parseDouble(row.get(2))).isCloseTo(number(test, "top"), within(1e-12));
      assertThat(Double.parseDouble(row.get(3))).isCloseTo(number(test, "bottom"), within(1e-12));
      assertThat(Double.parseDouble(row.get(4))).isCloseTo(number(test, "t"), within(1e-9));
      assertThat(Double.parseDouble(row.get(7))).isCloseTo(number(test, "adjusted"), within(1e-12));
      assertThat(Double.parseDouble(row.get(8))).isCloseTo(number(test, "d"), within(1e-12));
      assertThat(row.getLast()).isEqualTo("yes");
      System.out.println(String.join(", ", row));
    }
  }

  private static Report run(GraphSnapshot hub, Catalogue catalogue, Map<String, String> set) {
    DocumentationAnalysis analysis = new DocumentationAnalysis();
    return analysis.run(hub, catalogue, Parameters.of(analysis.parameters(), set));
  }

  private static double number(JsonNode object, String name) {
    return object.get(name).asDouble();
  }

  private static String text(String line) {
    try {
      return JSON.readTree(line).get("text").asText();
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
