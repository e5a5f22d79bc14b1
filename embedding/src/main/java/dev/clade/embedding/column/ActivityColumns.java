package dev.clade.embedding.column;

import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.RepositoryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a repository was worked on, seen from a snapshot: the commits of each of the 52 weeks before
 * it as standardised logarithms, their mean and standard deviation, and twelve sums of the whole
 * history.
 */
public final class ActivityColumns {
  /** How many columns there are. */
  public static final int COUNT = 52 + 2 + 12;

  /** With fewer commits nothing is said. */
  public static final int FEWEST_COMMITS = 2;

  private static final int WEEKS = 52;
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private ActivityColumns() {}

  /**
   * Returns the columns, or nothing with fewer than two commits.
   *
   * @param at the snapshot, to which the snapshot rule was applied
   */
  public static Optional<float[]> of(RepositoryRecord record, Instant at) {
    List<DatedCommit> commits =
        record.commits().stream().sorted(Comparator.comparing(DatedCommit::time)).toList();
    if (commits.size() < FEWEST_COMMITS) {
      return Optional.empty();
    }
    float[] row = new float[COUNT];
    weeks(commits, at, row);
    double[] gaps = new double[commits.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days(commits.get(i).time(), commits.get(i + 1).time());
    }
    double mean = mean(gaps);
    double deviation = deviation(gaps, mean);
    Instant last = commits.getLast().time();
    int place = WEEKS + 2;
    row[place++] = (float) Math.log1p(mean);
    row[place++] = (float) Math.log1p(deviation);
    row[place++] = (float) Math.log1p(maximum(gaps));
    row[place++] = mean + deviation == 0 ? 0 : (float) ((deviation - mean) / (deviation + mean));
    row[place++] = (float) Math.log1p((double) authors(commits));
    row[place++] =
        (float) Math.log1p(days(record.createdAt().orElse(commits.getFirst().time()), at));
    row[place++] = (float) Math.log1p(days(last, at));
    row[place++] = (float) Math.log1p(commits.size());
    Optional<DatedCounts> counts =
        record.counts().stream().max(Comparator.comparing(DatedCounts::time));
    row[place++] = counts.map(each -> (float) Math.log1p((double) each.downloads())).orElse(0f);
    row[place++] = counts.map(each -> (float) Math.log1p((double) each.likes())).orElse(0f);
    row[place++] = counts.isPresent() ? 1 : 0;
    row[place] = (float) Math.log1p(days(commits.getFirst().time(), last));
    return Optional.of(row);
  }

  private static void weeks(List<DatedCommit> commits, Instant at, float[] row) {
    double[] weeks = new double[WEEKS];
    for (DatedCommit commit : commits) {
      int week = (int) (days(commit.time(), at) / 7);
      if (week < WEEKS) {
        weeks[WEEKS - 1 - week]++;
      }
    }
    for (int w = 0; w < WEEKS; w++) {
      weeks[w] = Math.log1p(weeks[w]);
    }
    double mean = mean(weeks);
    double deviation = deviation(weeks, mean);
    for (int w = 0; w < WEEKS; w++) {
      row[w] = deviation == 0 ? 0 : (float) ((weeks[w] - mean) / deviation);
    }
    row[WEEKS] = (float) mean;
    row[WEEKS + 1] = (float) deviation;
  }

  private static long authors(List<DatedCommit> commits) {
    return commits.stream().flatMap(commit -> commit.authors().stream()).distinct().count();
  }

  /** Never below 0: a hub's clock may be behind. */
  private static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds() / DAY_SECONDS);
  }

  private static double maximum(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
