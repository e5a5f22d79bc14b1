package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.bayes.BinaryTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the commits of repositories change.
 *
 * @param evidence by what they tell it: files if any commit tells its files, else titles
 * @param telling how many commits tell it
 * @param counts how many of them are in each category
 * @param steps from commits to their next ones
 */
public record ChangeStudy(
    ChangeEvidence evidence, long telling, Map<ChangeCategory, Long> counts, BinaryTable steps) {
  /** Keeps an unchangeable copy. */
  public ChangeStudy {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** Reads commits, in O(commits). */
  public static ChangeStudy of(List<History> histories) {
    boolean files =
        histories.stream()
            .flatMap(each -> each.commits().stream())
            .anyMatch(each -> each.paths().isPresent());
    ChangeEvidence evidence = files ? ChangeEvidence.FILES : ChangeEvidence.TITLES;
    ChangeSteps steps = new ChangeSteps();
    Map<ChangeCategory, Long> counts = new EnumMap<>(ChangeCategory.class);
    for (ChangeCategory each : ChangeCategory.values()) {
      counts.put(each, 0L);
    }
    long telling = 0;
    for (History history : histories) {
      List<Optional<Set<ChangeCategory>>> told = new ArrayList<>();
      for (Commit commit : history.commits()) {
        Optional<Set<ChangeCategory>> found = evidence.of(commit);
        telling += found.isPresent() ? 1 : 0;
        found.ifPresent(some -> some.forEach(each -> counts.merge(each, 1L, Long::sum)));
        told.add(found);
      }
      steps.add(told);
    }
    return new ChangeStudy(evidence, telling, counts, steps.table());
  }
}
