package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.statistics.Summary;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A measure of popularity, such as downloads, by the month in which repositories were created. It
 * is what they have today: an older one had more time to be found, and a newer one is of its time.
 * Not thread-safe while repositories are added.
 */
public final class MonthlyPopularity {
  private final List<LongArrayList> values = new ArrayList<>();

  /**
   * Adds a repository.
   *
   * @param month how many months after the first it was created, at least 0
   */
  public void add(int month, long value) {
    while (values.size() <= month) {
      values.add(new LongArrayList());
    }
    values.get(month).add(value);
  }

  /** Returns how many repositories were created in each of some months. */
  public long[] created(Months months) {
    return IntStream.range(0, months.count()).mapToLong(month -> of(month).length).toArray();
  }

  /** Describes the values of each of some months, in order. */
  public List<Summary> summaries(Months months) {
    return IntStream.range(0, months.count()).mapToObj(month -> Summary.of(of(month))).toList();
  }

  private long[] of(int month) {
    return month < values.size() ? values.get(month).toLongArray() : new long[0];
  }
}
