package dev.clade.lineage.ecosystem.hub;

import static dev.clade.lineage.ecosystem.hub.Published.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.ecosystem.documentation.CardCounts;
import dev.clade.lineage.ecosystem.documentation.MetadataFields;
import dev.clade.lineage.ecosystem.documentation.TopBottom;
import dev.clade.lineage.ecosystem.testing.Answers;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
  private static final List<String> PREFIXES = List.of("license", "dataset", "base_model", "arxiv");

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

  /** Every field but languages, which no prefix tells. */
  @Test
  void metadataOfTopAndBottom() {
    Set<String> names = new HashSet<>(MetadataFields.shipped().names());
    names.remove("language");
    MetadataFields fields = new MetadataFields(names);
    DoubleArrayList scores = new DoubleArrayList();
    LongArrayList downloads = new LongArrayList();
    LongArrayList likes = new LongArrayList();
    Hub.readTable(
        Hub.FOLDER + "models.tsv.gz",
        columns -> {
          scores.add(fields.share(present(columns)::contains));
          downloads.add(Long.parseLong(columns[2]));
          likes.add(Long.parseLong(columns[3]));
        });
    TreeMap<String, long[]> measures = new TreeMap<>();
    measures.put("downloads", downloads.toLongArray());
    measures.put("likes", likes.toLongArray());
    for (TopBottom found : TopBottom.of(scores.toDoubleArray(), measures, 1_000)) {
      System.out.printf(
          "metadata by %s: top %.4f, bottom %.4f, t %.2f, d %.2f%n",
          found.measure(), found.top(), found.bottom(), found.test().t(), found.test().cohensD());
      JsonNode test = COUNTED.get("documentation").get("tests").get(found.measure());
      assertThat(found.top()).isCloseTo(test.get("top").asDouble(), within(1e-12));
      assertThat(found.bottom()).isCloseTo(test.get("bottom").asDouble(), within(1e-12));
      assertThat(found.test().t()).isCloseTo(test.get("t").asDouble(), within(1e-9));
      assertThat(found.test().cohensD()).isCloseTo(test.get("d").asDouble(), within(1e-12));
      assertThat(found.adjusted()).isCloseTo(test.get("adjusted").asDouble(), within(1e-12));
      assertThat(found.isLarger()).isTrue();
    }
  }

  private static Set<String> present(String[] columns) {
    Set<String> present = new HashSet<>();
    for (String field : PREFIXES) {
      if (!Hub.tagged(columns[6], field + ":").isEmpty()) {
        present.add(field);
      }
    }
    if (!columns[4].isEmpty()) {
      present.add("pipeline_tag");
    }
    if (!columns[5].isEmpty()) {
      present.add("library_name");
    }
    return present;
  }

  private static String text(String line) {
    try {
      return JSON.readTree(line).get("text").asText();
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
