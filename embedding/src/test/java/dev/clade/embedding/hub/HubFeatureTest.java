package dev.clade.embedding.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.SnapshotRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hub becomes features, which say as much as the hub does. */
class HubFeatureTest {
  static Stream<Arguments> hubs() {
    return Stream.of(
        hub("July 2024, tags", () -> Hubs.july2024(0.02), Hubs.JULY_2024, 0),
        hub("July 2024, whole", Hubs::july2024Whole, Hubs.JULY_2024, 0),
        hub("February 2022", Hubs::february2022, Hubs.FEBRUARY_2022, .1),
        hub("April 2025", Hubs::april2025, Hubs.APRIL_2025, 0),
        hub("August 2026", Hubs::august2026, Hubs.AUGUST_2026, 0));
  }

  private static Arguments hub(
      String name, Supplier<List<RepositoryRecord>> records, Instant at, double cards) {
    return Arguments.of(name, records, at, cards);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hubs")
  void aHubBecomesFeatures(
      String hub, Supplier<List<RepositoryRecord>> all, Instant at, double cards) {
    List<RepositoryRecord> records = new SnapshotRule(at).apply(all.get());
    LeakList leaks = LeakList.of(Field.LABELS_AND_PARENTS, records);
    RelationMaker maker = new RelationMaker(records);
    FeatureTable table =
        new FeatureMaker(VocabularyMaker.count(records, leaks), at).table(records, maker.graph());
    Relations relations = maker.relations(table.card(), row -> false);
    System.out.printf(Locale.ROOT, "%-18s %6d rows:", hub, table.rows());
    for (View view : View.values()) {
      System.out.printf(Locale.ROOT, " %s %.3f", view, share(table, view));
    }
    System.out.printf(
        Locale.ROOT,
        "; with a parent here %d, families %d, groups of copies %d%n",
        Arrays.stream(relations.parents()).filter(parents -> parents.length > 0).count(),
        Arrays.stream(relations.families()).distinct().count(),
        Arrays.stream(relations.duplicates()).distinct().count());
    for (LabelColumn column : Labels.of(records)) {
      System.out.printf(
          Locale.ROOT,
          "    %-14s %4d classes, %6d labelled%n",
          column.task(),
          column.classes().size(),
          Arrays.stream(column.values()).filter(value -> value >= 0).count());
    }
    assertThat(share(table, View.CARD)).isGreaterThanOrEqualTo(cards);
    assertThat(share(table, View.TAGS)).isBetween(.4, 1.0);
    assertThat(share(table, View.IDENTITY)).isEqualTo(1);
    for (float value : table.lineage().values()) {
      assertThat(Float.isFinite(value)).isTrue();
    }
  }

  private static double share(FeatureTable table, View view) {
    int present = 0;
    for (int row = 0; row < table.rows(); row++) {
      present += table.present(view, row) ? 1 : 0;
    }
    return (double) present / table.rows();
  }
}
