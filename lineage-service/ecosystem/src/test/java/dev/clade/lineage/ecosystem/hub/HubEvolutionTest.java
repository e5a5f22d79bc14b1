package dev.clade.lineage.ecosystem.hub;

import static dev.clade.lineage.ecosystem.hub.Published.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.evolution.CurveFit;
import dev.clade.lineage.ecosystem.evolution.EvolutionTables;
import dev.clade.lineage.ecosystem.evolution.Growth;
import dev.clade.lineage.ecosystem.evolution.LabelTrend;
import dev.clade.lineage.ecosystem.evolution.MonthlyLabels;
import dev.clade.lineage.ecosystem.evolution.MonthlyPopularity;
import dev.clade.lineage.ecosystem.evolution.Months;
import dev.clade.lineage.ecosystem.evolution.TaskModalities;
import dev.clade.lineage.ecosystem.library.DirectDescendants;
import dev.clade.lineage.ecosystem.library.KeptLibrary;
import dev.clade.lineage.ecosystem.library.LibraryPreservation;
import dev.clade.lineage.ecosystem.library.LibraryTags;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The models of July 2024 by month of creation, beside Castaño et al. (arXiv 2311.13380), of whose
 * figures only words could be read, and their libraries beside Jones et al. (arXiv 2406.08205).
 * Counted by {@code hub_evolution.py} with statsmodels, SciPy and pymannkendall.
 *
 * <p>Growth is exponential in that the logarithms of the sums lie on a line (R² .994); the counts
 * themselves, in which late months weigh most, are nearer to a parabola. Transformers leads
 * throughout as the study says; PyTorch is second in the first year and third in the last, because
 * weights are written as safetensors now.
 */
class HubEvolutionTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_evolution.json");
  private static final JsonNode EVOLUTION = COUNTED.get("evolution");
  private static final Months MONTHS = Months.recorded(Instant.parse("2024-07-11T00:00:00Z"));
  private static final Map<String, MonthlyLabels> LABELS =
      Map.of(
          "domains", new MonthlyLabels(MONTHS),
          "frameworks", new MonthlyLabels(MONTHS),
          "tags", new MonthlyLabels(MONTHS),
          "datasets", new MonthlyLabels(MONTHS));
  private static final MonthlyPopularity POPULARITY = new MonthlyPopularity(MONTHS);
  private static final Map<String, Set<String>> LIBRARIES = new HashMap<>();
  private static final LibraryTags LIBRARY_TAGS = LibraryTags.shipped();
  private static final TaskModalities MODALITIES = TaskModalities.shipped();

  @BeforeAll
  static void load() {
    Hub.readTable(Hub.FOLDER + "models.tsv.gz", HubEvolutionTest::add);
  }

  private static void add(String[] columns) {
    Instant created = Instant.parse(columns[1]);
    List<String> tags = Arrays.stream(columns[6].split("\\|")).filter(t -> !t.isEmpty()).toList();
    Set<String> libraries = LIBRARY_TAGS.of(columns[5], tags);
    LIBRARIES.put(columns[0], libraries);
    LABELS.get("domains").add(created, List.of(MODALITIES.of(columns[4])));
    LABELS.get("frameworks").add(created, libraries);
    LABELS.get("tags").add(created, tags.stream().filter(tag -> !tag.contains(":")).toList());
    LABELS.get("datasets").add(created, Hub.tagged(columns[6], "dataset:"));
    POPULARITY.add(created, Long.parseLong(columns[2]));
  }

  @Test
  void growth() {
    long[] created = LABELS.get("tags").created();
    equal("new", Growth.of(created));
    Growth sums = Growth.of(Growth.cumulative(created, EVOLUTION.get("before").asLong()));
    equal("cumulative", sums);
    System.out.printf(
        "models double every %.2f months (%.2f to %.2f), R² %.4f%n",
        sums.exponential().doublingMonths().value(),
        sums.exponential().doublingMonths().lower(),
        sums.exponential().doublingMonths().upper(),
        sums.exponential().rSquared());
    assertThat(sums.comparison().getFirst().model()).isEqualTo("QUADRATIC");
    assertThat(EvolutionTables.curves("curves", "Curves", sums).rows()).hasSize(3);
  }

  private static void equal(String series, Growth found) {
    JsonNode counted = EVOLUTION.get(series);
    assertThat(found.counts())
        .containsExactlyElementsOf(
            Arrays.stream(Answers.longs(counted.get("counts"))).boxed().toList());
    assertThat(found.exponential().rate().value())
        .isCloseTo(counted.get("rate").asDouble(), within(1e-12));
    assertThat(found.exponential().rSquared())
        .isCloseTo(counted.get("rSquared").asDouble(), within(1e-12));
    double[] doubling = Answers.doubles(counted.get("doubling"));
    assertThat(found.exponential().doublingMonths().value()).isCloseTo(doubling[0], within(1e-9));
    assertThat(found.exponential().doublingMonths().lower()).isCloseTo(doubling[1], within(1e-7));
    assertThat(found.exponential().doublingMonths().upper()).isCloseTo(doubling[2], within(1e-7));
    for (CurveFit fit : found.curves()) {
      JsonNode curve = counted.get("curves").get(fit.curve().name());
      assertThat(fit.converged()).isTrue();
      assertThat(fit.criterion()).isCloseTo(curve.get("aic").asDouble(), within(1e-4));
      double residuals = curve.get("residuals").asDouble();
      assertThat(fit.residualSumOfSquares()).isCloseTo(residuals, within(residuals * 1e-6));
    }
  }

  @Test
  void popularity() {
    List<Summary> found = POPULARITY.summaries();
    for (int i = 0; i < found.size(); i++) {
      double[] counted = Answers.doubles(EVOLUTION.get("popularity").get(i));
      assertThat(found.get(i).mean()).isCloseTo(counted[0], within(1e-6));
      assertThat(found.get(i).median()).isEqualTo(counted[1]);
      assertThat((double) found.get(i).max()).isEqualTo(counted[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"domains", "frameworks", "tags", "datasets"})
  void trends(String name) {
    JsonNode counted = EVOLUTION.get(name);
    List<LabelTrend> trends = LabelTrend.top(LABELS.get(name), counted.size());
    List<String> labels = trends.stream().map(LabelTrend::label).toList();
    assertThat(counted.fieldNames()).toIterable().containsExactlyElementsOf(labels);
    for (LabelTrend found : trends) {
      JsonNode expected = counted.get(found.label());
      assertThat(LABELS.get(name).counts(found.label()))
          .isEqualTo(Answers.longs(expected.get("counts")));
      assertThat(found.trend().tau()).isCloseTo(expected.get("tau").asDouble(), within(1e-12));
      assertThat(found.trend().slope()).isCloseTo(expected.get("slope").asDouble(), within(1e-12));
      assertThat(found.adjusted()).isCloseTo(expected.get("adjusted").asDouble(), within(1e-9));
      assertThat(List.of(found.firstRank(), found.lastRank()))
          .isEqualTo(Answers.stream(expected.get("ranks")).map(JsonNode::asInt).toList());
      System.out.printf(
          "%s %-40s tau %6.3f, Holm p %.2g, rank %d to %d%n",
          name,
          found.label(),
          found.trend().tau(),
          found.adjusted(),
          found.firstRank(),
          found.lastRank());
    }
  }

  /**
   * The study's counts are of far fewer descendants. Transformers and safetensors lead there, too;
   * how it read libraries is not told.
   */
  @Test
  void libraries() {
    Hub hub = Hub.load();
    List<KeptLibrary> found =
        LibraryPreservation.of(
            hub.graph(), model -> LIBRARIES.getOrDefault(hub.name(model), Set.of()));
    JsonNode counted = COUNTED.get("libraries").get("kept");
    List<KeptLibrary> top = found.subList(0, counted.size());
    assertThat(counted.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(top.stream().map(KeptLibrary::library).toList());
    for (KeptLibrary each : top) {
      assertThat(
              new long[] {
                each.derivations(), each.kept(), each.descendants(), each.descendantsOfSeveral()
              })
          .isEqualTo(Answers.longs(counted.get(each.library())));
    }
    Map<String, Integer> published =
        Map.of("transformers", 2_699, "safetensors", 1_929, "tensorboard", 1_173);
    for (KeptLibrary each : top.subList(0, 3)) {
      figure(
          "descendants of several libraries: " + each.library(),
          each.descendantsOfSeveral(),
          counted.get(each.library()).get(3).asDouble(),
          published.get(each.library()));
    }
  }

  @Test
  void descendants() {
    DirectDescendants found = DirectDescendants.of(Hub.load().graph());
    JsonNode counted = COUNTED.get("libraries");
    double parents = counted.get("parents").asDouble();
    figure("parents", found.perParent().count(), parents, 3_471);
    figure(
        "descendants of each parent",
        found.perParent().mean(),
        counted.get("edges").asDouble() / parents,
        3.5232);
    figure(
        "share of parents with one descendant",
        found.singleShare(),
        counted.get("single").asDouble() / parents,
        .6834);
  }
}
