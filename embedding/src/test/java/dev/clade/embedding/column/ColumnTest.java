package dev.clade.embedding.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.RepositoryFile;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ColumnTest {
  private static final Instant AT = Instant.parse("2024-07-01T00:00:00Z");

  @Test
  void ranksBecomeNormalQuantiles() {
    NormalScores scores =
        NormalScores.of(List.of(row(1), row(2), row(3), row(4), row(Double.NaN), row(3)), 1);
    // Of five known values: 1 has the middle rank 0.5 of 5, both 3s have 3 of 5.
    assertThat(score(scores, 1)).isCloseTo(-1.2815515655f, within(1e-6f));
    assertThat(score(scores, 3)).isCloseTo(0.2533471031f, within(1e-6f));
    assertThat(score(scores, 4)).isCloseTo(1.2815515655f, within(1e-6f));
    // Between 1 and 2, halfway from rank 0.5 to rank 1.5.
    assertThat(score(scores, 1.5)).isCloseTo(-0.8416212336f, within(1e-6f));
    assertThat(score(scores, 1e9)).isCloseTo(1.2815515655f, within(1e-6f));
  }

  @Test
  void whatIsNotKnownIsZeroWithItsBit() {
    NormalScores scores = NormalScores.of(List.of(row(1), row(2)), 1);
    float[] target = {9, 9};
    scores.write(new double[] {Double.NaN}, target, 0);
    assertThat(target).containsExactly(0, 0);
    scores.write(new double[] {1}, target, 0);
    assertThat(target[1]).isEqualTo(1);
  }

  @Test
  void thereAreFortyNumbers() {
    assertThat(NumericColumns.COUNT).isEqualTo(40);
    assertThat(NumericColumns.of(model().build())).hasSize(40).containsOnly(Double.NaN);
  }

  @Test
  void numbersAreMeasuredConfiguredOrCounted() {
    double[] columns =
        NumericColumns.of(
            model()
                .number("parameters", 99)
                .config("n_positions", "1023")
                .config("hidden_size", "wide")
                .file(new RepositoryFile("model-00001-of-00002.safetensors", OptionalLong.of(9)))
                .file(new RepositoryFile("model-00002-of-00002.safetensors", OptionalLong.of(4)))
                .card("# Title\nSee [this](x).")
                .build());
    assertThat(columns[0]).isCloseTo(Math.log(100), within(1e-12));
    assertThat(columns[2]).isCloseTo(Math.log(1024), within(1e-12));
    assertThat(columns[4]).isNaN();
    assertThat(columns[14]).isCloseTo(Math.log(3), within(1e-12));
    // Files, shards, bytes, the largest; then the card's length, lines and headings.
    assertThat(columns[29]).isCloseTo(Math.log(3), within(1e-12));
    assertThat(columns[30]).isCloseTo(Math.log(3), within(1e-12));
    assertThat(columns[31]).isCloseTo(Math.log(14), within(1e-12));
    assertThat(columns[32]).isCloseTo(Math.log(10), within(1e-12));
    assertThat(columns[34]).isCloseTo(Math.log(3), within(1e-12));
    assertThat(columns[35]).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void activityNeedsTwoCommits() {
    RepositoryRecordBuilder one = model().commit(commit(1, "a"));
    assertThat(ActivityColumns.of(one.build(), AT)).isEmpty();
    assertThat(ActivityColumns.of(one.commit(commit(2, "a")).build(), AT)).isPresent();
  }

  @Test
  void activityIsCountedByWeeksBeforeTheSnapshot() {
    float[] row =
        ActivityColumns.of(
                model()
                    .created(AT.minus(Duration.ofDays(100)))
                    .commit(commit(1, "a"))
                    .commit(commit(2, "b"))
                    .commit(commit(10, "a"))
                    .commit(commit(400, "a"))
                    .counts(new DatedCounts(AT, 7, 3))
                    .build(),
                AT)
            .orElseThrow();
    assertThat(row).hasSize(66);
    double mean = (Math.log(3) + Math.log(2)) / 52;
    double deviation =
        Math.sqrt((Math.log(3) * Math.log(3) + Math.log(2) * Math.log(2)) / 52 - mean * mean);
    assertThat((double) row[52]).isCloseTo(mean, within(1e-6));
    assertThat((double) row[53]).isCloseTo(deviation, within(1e-6));
    assertThat((double) row[51]).isCloseTo((Math.log(3) - mean) / deviation, within(1e-5));
    assertThat((double) row[50]).isCloseTo((Math.log(2) - mean) / deviation, within(1e-5));
    assertThat((double) row[0]).isCloseTo(-mean / deviation, within(1e-5));
    // Gaps of 390, 8 and 1 days.
    double gap = 133;
    double spread = Math.sqrt((257.0 * 257 + 125 * 125 + 132 * 132) / 3);
    assertThat((double) row[54]).isCloseTo(Math.log1p(gap), within(1e-6));
    assertThat((double) row[57]).isCloseTo((spread - gap) / (spread + gap), within(1e-6));
    assertThat((double) row[58]).isCloseTo(Math.log(3), within(1e-6));
    assertThat((double) row[59]).isCloseTo(Math.log(101), within(1e-6));
    assertThat((double) row[60]).isCloseTo(Math.log(2), within(1e-6));
    assertThat((double) row[62]).isCloseTo(Math.log(8), within(1e-6));
    assertThat(row[64]).isEqualTo(1);
  }

  private static DatedCommit commit(long daysBefore, String author) {
    return new DatedCommit(AT.minus(Duration.ofDays(daysBefore)), List.of(author));
  }

  private static double[] row(double value) {
    return new double[] {value};
  }

  private static float score(NormalScores scores, double value) {
    float[] target = new float[2];
    scores.write(row(value), target, 0);
    return target[0];
  }

  private static RepositoryRecordBuilder model() {
    return RepositoryRecord.of(RepositoryKind.MODEL, "a/b");
  }
}
