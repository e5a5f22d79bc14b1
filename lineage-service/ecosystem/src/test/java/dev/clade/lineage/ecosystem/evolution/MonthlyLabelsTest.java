package dev.clade.lineage.ecosystem.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.report.Figure;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyLabelsTest {
  private static final Months MONTHS = new Months(YearMonth.of(2023, 11), YearMonth.of(2024, 1));

  @Test
  void monthsAreThoseOfUtc() {
    assertThat(MONTHS.count()).isEqualTo(3);
    assertThat(MONTHS.month(1)).isEqualTo(YearMonth.of(2023, 12));
    YearMonth first = MONTHS.first();
    assertThat(Months.since(first, Instant.parse("2023-10-31T23:59:59Z"))).isEqualTo(-1);
    assertThat(Months.since(first, Instant.parse("2023-11-01T00:00:00Z"))).isZero();
    assertThat(Months.since(first, Instant.parse("2024-02-01T00:00:00Z"))).isEqualTo(3);
  }

  @Test
  void aMonthThatGoesOnIsNotOver() {
    YearMonth first = Months.FIRST_RECORDED;
    assertThat(Months.over(first, Instant.parse("2024-07-11T10:00:00Z")))
        .isEqualTo(new Months(first, YearMonth.of(2024, 6)));
    assertThat(Months.over(first, Instant.parse("2022-04-30T00:00:00Z")).count()).isZero();
    assertThat(Months.over(first, Instant.parse("2020-01-01T00:00:00Z")).count()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Months(first, first.minusMonths(2)))
        .withMessage("last must be at most a month before first: 2022-02, 2022-04");
  }

  @Test
  void countsEachLabelOfARepositoryOnce() {
    MonthlyLabels.Builder added = new MonthlyLabels.Builder();
    added.add(0, List.of("a", "a", "b"));
    added.add(0, List.of());
    added.add(2, List.of("b"));
    added.add(3, List.of("c"));
    MonthlyLabels labels = added.build(MONTHS);
    assertThat(labels.created()).containsExactly(2, 0, 1);
    assertThat(labels.shares("a")).containsExactly(0.5, 0, 0);
    assertThat(labels.shares("b")).containsExactly(0.5, 0, 1);
    assertThat(labels.shares("c")).containsExactly(0, 0, 0);
    assertThat(labels.top(5)).containsExactly("b", "a");
  }

  /** 24 months in which "new" takes the place of "old", and "no" never changes. */
  @Test
  void tellsWhatRisesAndFalls() {
    MonthlyLabels.Builder added = new MonthlyLabels.Builder();
    for (int month = 0; month < 24; month++) {
      for (int i = 0; i < 24; i++) {
        added.add(month, List.of("no", i < month ? "new" : "old"));
      }
    }
    MonthlyLabels labels = added.build(new Months(YearMonth.of(2022, 1), YearMonth.of(2023, 12)));
    List<LabelTrend> trends = LabelTrend.top(labels, 3);
    assertThat(trends).extracting(LabelTrend::label).containsExactly("no", "old", "new");
    assertThat(trends).extracting(each -> each.trend().tau()).containsExactly(0.0, -1.0, 1.0);
    assertThat(trends).extracting(LabelTrend::firstRank).containsExactly(1, 2, 3);
    assertThat(trends).extracting(LabelTrend::lastRank).containsExactly(1, 3, 2);
    assertThat(trends.get(0).adjusted()).isEqualTo(1);
    assertThat(trends.get(1).adjusted()).isEqualTo(3 * trends.get(1).trend().pValue());
    Figure.Plot plot =
        (Figure.Plot) EvolutionFigures.shares("s", "S", labels, List.of("old", "new"));
    assertThat(plot.series()).extracting(Figure.Series::title).containsExactly("old", "new");
    assertThat(plot.series().get(1).y()).startsWith(0.0, 1 / 24.0).hasSize(24);
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
