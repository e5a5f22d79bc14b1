package dev.clade.lineage.ecosystem.history;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * The commits of a repository, such as a model.
 *
 * @param model its identifier, without the collection
 * @param commits at least one; kept in the order of time
 */
public record History(String model, List<Commit> commits) {
  private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

  /** Puts the commits in order. */
  public History {
    if (commits.isEmpty()) {
      throw new IllegalArgumentException("%s has no commit".formatted(model));
    }
    commits = commits.stream().sorted(Comparator.comparing(Commit::time)).toList();
  }

  /** Returns how many different authors the commits list. */
  public int authors() {
    return (int) commits.stream().flatMap(each -> each.authors().stream()).distinct().count();
  }

  /** Returns the days from each commit to the next, one fewer than commits. */
  public double[] gapDays() {
    double[] gaps = new double[commits.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days(commits.get(i).time(), commits.get(i + 1).time());
    }
    return gaps;
  }

  /** Returns the days from the first commit to the last. */
  public double spanDays() {
    return days(commits.getFirst().time(), lastCommit());
  }

  /** Returns in how many months of the calendar there are commits. */
  public int activeMonths() {
    return (int)
        commits.stream()
            .map(each -> YearMonth.from(each.time().atOffset(ZoneOffset.UTC)))
            .distinct()
            .count();
  }

  /** Returns the time of the last commit. */
  public Instant lastCommit() {
    return commits.getLast().time();
  }

  /** Returns the days from one time to another, with their fraction. */
  public static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS_OF_DAY;
  }
}
