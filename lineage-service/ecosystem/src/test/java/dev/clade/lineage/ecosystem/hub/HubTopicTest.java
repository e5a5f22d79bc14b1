package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.ecosystem.topic.TopicAnalysis;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The topics of 4,726 cards of February 2022, with the tasks of two thirds of their models; nobody
 * had a time of creation then. The study's topics could not be read.
 */
class HubTopicTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TopicAnalysis ANALYSIS = new TopicAnalysis();

  @Test
  void topicsOfCards() {
    MemoryCatalogue hub = hub();
    long start = System.nanoTime();
    Report report = run(hub, Map.of());
    System.out.printf("topics took %.2f s.%n", (System.nanoTime() - start) / 1e9);
    report.coverage().forEach(fact -> System.out.println(fact.what() + ": " + fact.count()));
    Stream.of("coherence", "topics", "topic_domains")
        .flatMap(table -> Reports.rows(report, table).stream())
        .forEach(System.out::println);
    assertThat(report.coverage().subList(0, 3))
        .extracting(Report.Fact::count)
        .containsExactly(4_726L, 0L, 1_223L);
  }

  /** A domain's largest topic has its words, and the same bytes come twice. */
  @Test
  void domainsHaveTopicsOfTheirOwn() {
    MemoryCatalogue hub = hub();
    Map<String, String> many = Map.of("topics", "20", "chains", "1");
    Report report = run(hub, many);
    assertThat(wordsOfLargestTopic(report, "audio")).containsAnyOf("speech", "wav2vec2");
    assertThat(wordsOfLargestTopic(report, "cv")).containsAnyOf("image", "images");
    assertThat(Reports.rows(report, "topics")).anyMatch(row -> row.contains("translations"));
    assertThat(page(run(hub, many))).isEqualTo(page(report));
  }

  /** The rows are: domain, cards, topic, share; and: topic, word, occurrences. */
  private static List<String> wordsOfLargestTopic(Report report, String domain) {
    String topic =
        Reports.rows(report, "topic_domains").stream()
            .map(row -> row.split(",", -1))
            .filter(row -> row[0].equals(domain))
            .max(Comparator.comparingDouble(row -> Double.parseDouble(row[3])))
            .orElseThrow()[2];
    return Reports.rows(report, "topic_words").stream()
        .map(row -> row.split(",", -1))
        .filter(row -> row[0].equals(topic))
        .map(row -> row[1])
        .toList();
  }

  private static Report run(MemoryCatalogue hub, Map<String, String> set) {
    return ANALYSIS.run(GraphSnapshot.empty(), hub, Parameters.of(ANALYSIS.parameters(), set));
  }

  private static String page(Report report) {
    return HtmlPage.of(
        new HtmlPage.Heading(ANALYSIS.title(), "", new TreeMap<>(), ANALYSIS.sources()), report);
  }

  private static MemoryCatalogue hub() {
    List<CardText> cards =
        read(
            "model_cards_2022_02/cards_open_licence.jsonl.gz",
            card -> new CardText(card.get("id").asText(), card.get("text").asText()));
    return MemoryCatalogue.EMPTY
        .withCards(cards)
        .with(ArtifactKind.MODEL, read("hub_models_2022_02/models.jsonl.gz", HubTopicTest::model));
  }

  private static Repository model(JsonNode model) {
    return new RepositoryBuilder(model.get("modelId").asText())
        .uses(model.get("pipeline_tag").asText(""), "")
        .tags(
            StreamSupport.stream(model.get("tags").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new))
        .build();
  }

  private static <T> List<T> read(String relative, Function<JsonNode, T> reader) {
    List<T> read = new ArrayList<>();
    Hub.readLines(relative, lines -> lines.forEach(line -> read.add(reader.apply(json(line)))));
    return read;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
