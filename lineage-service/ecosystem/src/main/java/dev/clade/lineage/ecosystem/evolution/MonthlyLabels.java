package dev.clade.lineage.ecosystem.evolution;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of the repositories created in each month have a label: a domain, a framework, a tag or
 * a dataset. A repository with several labels counts for each, so shares may add up to more than 1.
 */
public final class MonthlyLabels {
  private final Months months;
  private final long[] created;
  private final Map<String, long[]> counts;

  private MonthlyLabels(Months months, long[] created, Map<String, long[]> counts) {
    this.months = months;
    this.created = created;
    this.counts = counts;
  }

  /** Returns the months. */
  public Months months() {
    return months;
  }

  /** Returns how many repositories were created in each month. */
  public long[] created() {
    return created.clone();
  }

  /** Returns how many of them have a label. */
  public long[] counts(String label) {
    long[] found = counts.get(label);
    return found == null ? new long[created.length] : found.clone();
  }

  /** Returns the share of them that have a label, 0 to 1; 0 in a month without repositories. */
  public double[] shares(String label) {
    long[] found = counts(label);
    double[] shares = new double[found.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = created[i] == 0 ? 0 : found[i] / (double) created[i];
    }
    return shares;
  }

  /** Returns the labels that most repositories have, most first, of equal ones by name. */
  public List<String> top(int limit) {
    return top(limit, 0, created.length);
  }

  /** Returns the top of some months, from one index up to, not including, another. */
  List<String> top(int limit, int start, int end) {
    Map<String, Long> sums = HashMap.newHashMap(counts.size());
    counts.forEach((label, found) -> sums.put(label, sum(found, start, end)));
    return sums.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(
            Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  static long sum(long[] counts, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** Takes repositories one by one, before the last month is known; not thread-safe. */
  public static final class Builder {
    private final LongArrayList created = new LongArrayList();
    private final Map<String, LongArrayList> counts = new HashMap<>();

    /**
     * Adds a repository.
     *
     * @param month how many months after the first it was created, at least 0
     */
    public void add(int month, Collection<String> labels) {
      increment(created, month);
      for (String label : Set.copyOf(labels)) {
        increment(counts.computeIfAbsent(label, any -> new LongArrayList()), month);
      }
    }

    /** Returns what was added of some months; what was created after them is left out. */
    public MonthlyLabels build(Months months) {
      Map<String, long[]> found = HashMap.newHashMap(counts.size());
      counts.forEach((label, each) -> found.put(label, fill(each, months)));
      return new MonthlyLabels(months, fill(created, months), found);
    }

    private static void increment(LongArrayList counts, int month) {
      counts.size(Math.max(counts.size(), month + 1));
      counts.set(month, counts.getLong(month) + 1);
    }

    private static long[] fill(LongArrayList counts, Months months) {
      return Arrays.copyOf(counts.elements(), months.count());
    }
  }
}
