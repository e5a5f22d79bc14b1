package dev.clade.lineage.ecosystem.turnover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the top changed from snapshot to snapshot (Jones et al., arXiv 2406.08205): newcomers = new −
 * ever, returning = new ∩ ever − last, remained = last ∩ new.
 *
 * @param changes one a snapshot, in their order
 * @param everInTop how many repositories were in any of the tops
 */
public record TopTurnover(List<TopChange> changes, int everInTop) {
  /** Keeps an unchangeable copy. */
  public TopTurnover {
    changes = List.copyOf(changes);
  }

  /**
   * Compares snapshots. Takes O(n log n) for each.
   *
   * @param snapshots from the oldest to the newest
   * @param size how many repositories make the top, at least 1
   * @param aliases the present name of each former one, so that what was renamed stays one
   *     repository
   * @throws IllegalArgumentException when the size is below 1
   */
  public static TopTurnover of(
      List<MeasuredSnapshot> snapshots, int size, Map<String, String> aliases) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, not " + size);
    }
    List<TopChange> changes = new ArrayList<>();
    Set<String> ever = new HashSet<>();
    Set<String> last = Set.of();
    for (MeasuredSnapshot snapshot : snapshots) {
      Top top = Top.of(snapshot, size, aliases);
      int remained = common(top.members(), last);
      int known = common(top.members(), ever);
      int count = top.members().size();
      changes.add(
          new TopChange(
              snapshot.label(),
              count,
              remained,
              known - remained,
              count - known,
              last.size() - remained,
              top.border(),
              top.tiedOutside()));
      ever.addAll(top.members());
      last = top.members();
    }
    return new TopTurnover(changes, ever.size());
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }
}
