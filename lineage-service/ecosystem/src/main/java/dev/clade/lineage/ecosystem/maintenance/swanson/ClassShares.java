package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many commits are for what.
 *
 * @param commits that were classified
 * @param excluded that were left out for their templated titles
 * @param unclassified that are for no class
 * @param counts by class, where a commit counts for each class that it has
 */
public record ClassShares(
    long commits, long excluded, long unclassified, Map<CommitClass, Long> counts) {
  /** Keeps an unchangeable copy. */
  public ClassShares {
    counts = Map.copyOf(counts);
  }

  /** Counts messages, each with its title as the first line. */
  public static ClassShares of(
      Iterable<String> messages, CommitClassifier classifier, TitleTreatment treatment) {
    long commits = 0;
    long excluded = 0;
    long unclassified = 0;
    Map<CommitClass, Long> counts = new EnumMap<>(CommitClass.class);
    for (CommitClass each : CommitClass.values()) {
      counts.put(each, 0L);
    }
    for (String message : messages) {
      Optional<Set<CommitClass>> classes = treatment.classes(message, classifier);
      if (classes.isEmpty()) {
        excluded++;
        continue;
      }
      commits++;
      unclassified += classes.get().isEmpty() ? 1 : 0;
      classes.get().forEach(each -> counts.merge(each, 1L, Long::sum));
    }
    return new ClassShares(commits, excluded, unclassified, counts);
  }

  /** Returns the share of a class among the classified commits, 0 to 1; NaN of none. */
  public double share(CommitClass of) {
    return counts.get(of) / (double) commits;
  }
}
