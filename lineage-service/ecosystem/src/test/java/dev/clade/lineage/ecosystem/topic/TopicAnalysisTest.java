package dev.clade.lineage.ecosystem.topic;

import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.InvalidParameterException;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/**
 * The report on forty cards of two vocabularies: thirty on speech, whose models are of May 2022,
 * and ten on pictures, of July 2022, half of which are not for all audiences.
 */
class TopicAnalysisTest {
  private static final TopicAnalysis ANALYSIS = new TopicAnalysis();
  private static final String SPEECH = "speech voice audio pitch ";
  private static final String PICTURES = "image pixel vision drawing ";
  private static final Map<String, String> SET =
      Map.of(
          "topics",
          "2,3",
          "chains",
          "2",
          "iterations",
          "100",
          "least_cards",
          "2",
          "most_percent",
          "100");
  private static final Instant MAY = Instant.parse("2022-05-31T23:59:59Z");
  private static final Instant JULY = Instant.parse("2022-07-01T00:00:00Z");
  private static final MemoryCatalogue HUB = hub();

  @Test
  void threadsChangeNothing() throws Exception {
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      Report single = one.submit(() -> run(HUB, SET)).get();
      assertThat(four.submit(() -> run(HUB, SET)).get()).isEqualTo(single);
    }
  }

  @Test
  void saysWhatCardsAreAbout() {
    Report report = run(HUB, SET);
    assertThat(rows(report, "coherence")).first().asString().startsWith("2,").endsWith(",yes");
    assertThat(rows(report, "topics")).hasSize(2);
    assertThat(((Figure.Plot) report.figures().getFirst()).series().getLast().x())
        .as("numbers of topics, a point each chain")
        .containsExactly(2.0, 2.0, 3.0, 3.0);
    assertThat(rows(report, "topics").getFirst())
        .startsWith("1,\"audio, pitch, speech, voice\",0.7")
        .contains(",1200,")
        .endsWith(",\"a/speech10, a/speech11, a/speech12\"");
    assertThat(rows(report, "topic_words")).contains("1,audio,300", "2,vision,100").hasSize(8);
    assertThat(rows(report, "audience"))
        .containsExactly(
            "1,\"audio, pitch, speech, voice\",30,0,0.0",
            "2,\"drawing, image, pixel, vision\",10,5,0.5");
  }

  @Test
  void saysWhenAndWhereTheyAre() {
    Report report = run(HUB, SET);
    assertThat(rows(report, "topic_months"))
        .hasSize(4)
        .satisfiesExactly(
            row -> assertThat(row).startsWith("2022-05,29,1,0.9"),
            row -> assertThat(row).startsWith("2022-05,29,2,"),
            row -> assertThat(row).startsWith("2022-07,10,1,0.0"),
            row -> assertThat(row).startsWith("2022-07,10,2,0.9"));
    assertThat(rows(report, "topic_domains"))
        .extracting(row -> row.substring(0, row.lastIndexOf(',')))
        .containsExactly("audio,29,1", "audio,29,2", "cv,10,1", "cv,10,2", "none,1,1", "none,1,2");
    Figure.Plot months = (Figure.Plot) report.figures().get(1);
    assertThat(months.series())
        .extracting(Figure.Series::title)
        .contains("1: audio, pitch, speech");
    assertThat(months.series().getFirst().x()).containsExactly(1.0, 3.0);
  }

  @Test
  void saysWhatWasLookedAt() {
    assertThat(run(HUB, SET).coverage())
        .extracting(Report.Fact::count)
        .as(
            "read, trivial, automatic, not drawn, drawn, wordless; looked at, words, length; "
                + "without month, without task, not for all")
        .containsExactly(43L, 1L, 1L, 0L, 41L, 1L, 40L, 8L, 1_600L, 1L, 1L, 5L);
    assertThat(run(HUB, with("cards", "15")).coverage().subList(3, 5))
        .extracting(Report.Fact::count)
        .containsExactly(26L, 15L);
  }

  @Test
  void neitherTheOrderOfReadingNorTheTimeMatters() {
    List<CardText> cards = new ArrayList<>(HUB.cards());
    Collections.reverse(cards);
    assertThat(run(HUB.withCards(cards), SET)).isEqualTo(run(HUB, SET));
  }

  @Test
  void ofNothingItSaysNothing() {
    Report report = run(MemoryCatalogue.EMPTY, Map.of());
    assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows()).isEmpty());
    assertThat(report.coverage()).extracting(Report.Fact::count).containsOnly(0L);
    assertThat(page(report)).contains("<svg");
  }

  @Test
  void oneCardHasNoWordThatEnoughCardsHave() {
    MemoryCatalogue one = HUB.withCards(HUB.cards().subList(0, 1));
    assertThat(rows(run(one, Map.of()), "topics")).isEmpty();
    assertThat(rows(run(one, SET), "topics")).isEmpty();
    Report lenient = run(one, Map.of("least_cards", "1", "most_percent", "100"));
    assertThat(rows(lenient, "topics")).isNotEmpty();
    assertThat(page(lenient)).contains("<svg");
  }

  @Test
  void modelsThatTheCatalogueLacksHaveNoMonthAndNoDomain() {
    Report report = run(HUB.with(ArtifactKind.MODEL, List.of()), SET);
    assertThat(rows(report, "topic_months")).isEmpty();
    assertThat(rows(report, "topic_domains")).allMatch(row -> row.startsWith("none,40,"));
    assertThat(page(report)).contains("<svg");
  }

  @Test
  void badParametersAreRefused() {
    assertThatThrownBy(() -> run(HUB, with("topics", "1,5")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> run(HUB, with("seed", "-1")))
        .isInstanceOf(InvalidParameterException.class);
  }

  private static Map<String, String> with(String parameter, String value) {
    Map<String, String> all = new TreeMap<>(SET);
    all.put(parameter, value);
    return all;
  }

  private static Report run(MemoryCatalogue hub, Map<String, String> set) {
    return ANALYSIS.run(GraphSnapshot.empty(), hub, Parameters.of(ANALYSIS.parameters(), set));
  }

  private static String page(Report report) {
    return HtmlPage.of(
        new HtmlPage.Heading(
            ANALYSIS.title(),
            "",
            Parameters.of(ANALYSIS.parameters(), Map.of()).values(),
            ANALYSIS.sources()),
        report);
  }

  private static MemoryCatalogue hub() {
    List<CardText> cards = new ArrayList<>();
    List<Repository> models = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      cards.add(new CardText("a/speech" + i, SPEECH.repeat(10)));
      if (i < 39) {
        models.add(
            new RepositoryBuilder("a/speech" + i).created(MAY).uses("text-to-speech", "").build());
      }
    }
    for (int i = 10; i < 20; i++) {
      cards.add(new CardText("b/picture" + i, PICTURES.repeat(10)));
      models.add(
          new RepositoryBuilder("b/picture" + i)
              .created(JULY)
              .uses("text-to-image", "")
              .tags(i < 15 ? "not-for-all-audiences" : "image")
              .build());
    }
    cards.add(new CardText("c/automatic", "Generated automatically"));
    cards.add(new CardText("c/empty", ""));
    cards.add(new CardText("c/numbers", "1 2 3 4"));
    return MemoryCatalogue.EMPTY.withCards(cards).with(ArtifactKind.MODEL, models);
  }
}
