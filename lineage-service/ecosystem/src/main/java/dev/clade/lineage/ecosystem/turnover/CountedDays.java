package dev.clade.lineage.ecosystem.turnover;

import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many repositories were counted anew on each day, in UTC. Takes counts as a catalogue lists
 * them, those of a repository behind each other; not thread-safe.
 */
final class CountedDays {
  /** The fewest days from one snapshot to the next, where they are chosen. */
  static final int FEWEST_DAYS = 30;

  /** The most snapshots, where they are chosen. */
  static final int MOST_SNAPSHOTS = 8;

  private final TreeMap<LocalDate, Integer> repositories = new TreeMap<>();
  private String last = "";
  private LocalDate lastDay = LocalDate.MIN;

  /** Adds counts. */
  void add(DatedCounts counts) {
    LocalDate day = day(counts);
    if (!day.equals(lastDay) || !counts.id().equals(last)) {
      repositories.merge(day, 1, Integer::sum);
    }
    last = counts.id();
    lastDay = day;
  }

  /**
   * Returns the latest days on which so many repositories were counted, at least {@link
   * #FEWEST_DAYS} apart and at most {@link #MOST_SNAPSHOTS}, ascending.
   */
  List<LocalDate> chosen(int fewest) {
    List<LocalDate> chosen = new ArrayList<>();
    for (Map.Entry<LocalDate, Integer> each : repositories.descendingMap().entrySet()) {
      boolean apart =
          chosen.isEmpty() || !each.getKey().isAfter(chosen.getLast().minusDays(FEWEST_DAYS));
      if (each.getValue() >= fewest && apart && chosen.size() < MOST_SNAPSHOTS) {
        chosen.add(each.getKey());
      }
    }
    return chosen.reversed();
  }

  static LocalDate day(DatedCounts counts) {
    return counts.time().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
