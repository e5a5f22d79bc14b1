package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.graph.ArtifactKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The patterns of activity on a hub (Osborne, Ding and Kirk 2024, RQ1).
 *
 * @param kinds what is found of each kind of repository that there is a table of
 */
public record ActivityStudy(Map<ArtifactKind, KindActivity> kinds) {
  /** Keeps an unchangeable copy. */
  public ActivityStudy {
    EnumMap<ArtifactKind, KindActivity> copy = new EnumMap<>(ArtifactKind.class);
    copy.putAll(kinds);
    kinds = Collections.unmodifiableMap(copy);
  }

  /**
   * Analyses tables, in O(n log n) but for the fits of power laws; see there. The same tables and
   * options give the same result, whatever the number of threads.
   */
  public static ActivityStudy of(
      Map<ArtifactKind, RepositoryTable> tables, LicenseGroups groups, ActivityOptions options) {
    Map<ArtifactKind, KindActivity> kinds = new EnumMap<>(ArtifactKind.class);
    tables.forEach((kind, table) -> kinds.put(kind, KindActivity.of(table, groups, options)));
    return new ActivityStudy(kinds);
  }
}
