package dev.clade.lineage.ecosystem.evolution;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of the repositories created in each month have a label: a domain, a framework, a tag or
 * a dataset. A repository with several labels counts for each, so shares may add up to more than 1.
 * Not thread-safe while repositories are added.
 */
public final class MonthlyLabels {
  private final Months months;
  private final long[] created;
  private final Map<String, long[]> counts = new HashMap<>();

  /** Begins without repositories. */
  public MonthlyLabels(Months months) {
    this.months = months;
    this.created = new long[months.count()];
  }

  /** Adds a repository, unless it was created in none of the months. */
  public void add(Instant createTime, Collection<String> labels) {
    int month = months.index(createTime);
    if (month != Months.OUTSIDE) {
      created[month]++;
      for (String label : Set.copyOf(labels)) {
        counts.computeIfAbsent(label, each -> new long[created.length])[month]++;
      }
    }
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
}
