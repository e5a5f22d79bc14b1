package dev.clade.lineage.ecosystem.turnover;

import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a measure was of each repository on some days: its latest value that is not later than the
 * day nor older than a window. Takes counts as a catalogue lists them, those of a repository behind
 * each other with the earliest first; not thread-safe.
 */
final class DatedValues {
  private static final long NONE = -1;

  private final List<LocalDate> dates;
  private final int window;
  private final ToLongFunction<DatedCounts> measure;
  private final List<List<String>> ids = new ArrayList<>();
  private final List<LongArrayList> values = new ArrayList<>();

  /** Of the repository that is read: its value on each day so far. */
  private final long[] known;

  private String reading = "";
  private long repositories;

  /**
   * Begins without counts.
   *
   * @param dates the days
   * @param window how many days before a day counts are looked at
   * @param measure what counts, at least 0
   */
  DatedValues(List<LocalDate> dates, int window, ToLongFunction<DatedCounts> measure) {
    this.dates = dates;
    this.window = window;
    this.measure = measure;
    this.known = new long[dates.size()];
    dates.forEach(
        any -> {
          ids.add(new ArrayList<>());
          values.add(new LongArrayList());
        });
  }

  /** Adds counts. */
  void add(DatedCounts counts) {
    if (!counts.id().equals(reading)) {
      end();
      reading = counts.id();
      repositories++;
    }
    LocalDate day = CountedDays.day(counts);
    for (int i = 0; i < known.length; i++) {
      LocalDate date = dates.get(i);
      if (!day.isAfter(date) && !day.isBefore(date.minusDays(window))) {
        known[i] = measure.applyAsLong(counts);
      }
    }
  }

  /** Ends a repository. */
  void end() {
    for (int i = 0; i < known.length; i++) {
      if (!reading.isEmpty() && known[i] != NONE) {
        ids.get(i).add(reading);
        values.get(i).add(known[i]);
      }
    }
    Arrays.fill(known, NONE);
  }

  /** Returns how many repositories have counts, of any time. */
  long repositories() {
    return repositories;
  }

  /** Returns how many have a value on a day, by its index. */
  int count(int date) {
    return values.get(date).size();
  }

  /**
   * Returns the snapshot of a day, without what is below the top. In O(n log n).
   *
   * @param size how many make the top; those that are as large as the last of them stay, too
   */
  MeasuredSnapshot top(int date, int size) {
    long[] ascending = values.get(date).toLongArray();
    Arrays.sort(ascending);
    long border = ascending.length > size ? ascending[ascending.length - size] : 0;
    Map<String, Long> top = new HashMap<>();
    for (int i = 0; i < ascending.length; i++) {
      long value = values.get(date).getLong(i);
      if (value >= border) {
        top.put(ids.get(date).get(i), value);
      }
    }
    return new MeasuredSnapshot(dates.get(date).toString(), top);
  }
}
