package dev.clade.lineage.ecosystem.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.lineage.ecosystem.report.Figure;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyLabelsTest {
  private static final Months MONTHS = new Months(YearMonth.of(2023, 11), YearMonth.of(2024, 1));

  @Test
  void monthsAreThoseOfUtc() {
    assertThat(MONTHS.count()).isEqualTo(3);
    assertThat(MONTHS.index(Instant.parse("2023-10-31T23:59:59Z"))).isEqualTo(Months.OUTSIDE);
    assertThat(MONTHS.index(Instant.parse("2023-11-01T00:00:00Z"))).isZero();
    assertThat(MONTHS.index(Instant.parse("2024-01-31T23:59:59Z"))).isEqualTo(2);
    assertThat(MONTHS.index(Instant.parse("2024-02-01T00:00:00Z"))).isEqualTo(Months.OUTSIDE);
    assertThat(Months.recorded(Instant.parse("2024-07-11T10:00:00Z")))
        .isEqualTo(new Months(YearMonth.of(2022, 4), YearMonth.of(2024, 6)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Months.recorded(Instant.parse("2022-04-30T00:00:00Z")));
  }

  @Test
  void countsEachLabelOfARepositoryOnce() {
    MonthlyLabels labels = new MonthlyLabels(MONTHS);
    labels.add(Instant.parse("2023-11-05T00:00:00Z"), List.of("a", "a", "b"));
    labels.add(Instant.parse("2023-11-06T00:00:00Z"), List.of());
    labels.add(Instant.parse("2024-01-06T00:00:00Z"), List.of("b"));
    labels.add(Instant.parse("2024-02-06T00:00:00Z"), List.of("c"));
    assertThat(labels.created()).containsExactly(2, 0, 1);
    assertThat(labels.shares("a")).containsExactly(0.5, 0, 0);
    assertThat(labels.shares("b")).containsExactly(0.5, 0, 1);
    assertThat(labels.shares("c")).containsExactly(0, 0, 0);
    assertThat(labels.top(5)).containsExactly("b", "a");
  }

  /** 24 months in which "new" takes the place of "old", and "no" never changes. */
  @Test
  void tellsWhatRisesAndFalls() {
    Months months = new Months(YearMonth.of(2022, 1), YearMonth.of(2023, 12));
    MonthlyLabels labels = new MonthlyLabels(months);
    for (int month = 0; month < 24; month++) {
      Instant time = Instant.parse(months.month(month) + "-15T00:00:00Z");
      for (int i = 0; i < 24; i++) {
        labels.add(time, List.of("no", i < month ? "new" : "old"));
      }
    }
    List<LabelTrend> trends = LabelTrend.top(labels, 3);
    assertThat(trends).extracting(LabelTrend::label).containsExactly("no", "old", "new");
    assertThat(trends).extracting(each -> each.trend().tau()).containsExactly(0.0, -1.0, 1.0);
    assertThat(trends).extracting(LabelTrend::firstRank).containsExactly(1, 2, 3);
    assertThat(trends).extracting(LabelTrend::lastRank).containsExactly(1, 3, 2);
    assertThat(trends.get(0).adjusted()).isEqualTo(1);
    assertThat(trends.get(1).adjusted()).isEqualTo(3 * trends.get(1).trend().pValue());
    Figure.Plot plot =
        (Figure.Plot) EvolutionTables.shares("s", "S", labels, List.of("old", "new"));
    assertThat(plot.series()).extracting(Figure.Series::title).containsExactly("old", "new");
    assertThat(plot.series().get(1).y()).startsWith(0.0, 1 / 24.0).hasSize(24);
    assertThat(EvolutionTables.trends("t", "T", trends).rows()).hasSize(3);
    assertThat(EvolutionTables.counts("c", "C", labels, List.of("new")).rows()).hasSize(24);
  }

  @Test
  void aTaskThatIsNotInTheTableIsUnknown() {
    TaskModalities modalities = TaskModalities.shipped();
    assertThat(modalities.of("text-generation")).isEqualTo("nlp");
    assertThat(modalities.of("conversational")).isEqualTo("nlp");
    assertThat(modalities.of("")).isEqualTo(TaskModalities.NONE);
    assertThat(modalities.of("mind-reading")).isEqualTo(TaskModalities.UNKNOWN);
  }
}
