package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.statistics.Summary;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A measure of popularity, such as downloads, by the month in which repositories were created. It
 * is what they have today: an older one had more time to be found, and a newer one is of its time.
 * Not thread-safe while repositories are added.
 */
public final class MonthlyPopularity {
  private final Months months;
  private final List<LongArrayList> values;

  /** Begins without repositories. */
  public MonthlyPopularity(Months months) {
    this.months = months;
    this.values =
        IntStream.range(0, months.count()).mapToObj(month -> new LongArrayList()).toList();
  }

  /** Adds a repository, unless it was created in none of the months. */
  public void add(Instant createTime, long value) {
    int month = months.index(createTime);
    if (month != Months.OUTSIDE) {
      values.get(month).add(value);
    }
  }

  /** Returns the months. */
  public Months months() {
    return months;
  }

  /** Describes the values of each month, in order. */
  public List<Summary> summaries() {
    return values.stream().map(each -> Summary.of(each.toLongArray())).toList();
  }
}
