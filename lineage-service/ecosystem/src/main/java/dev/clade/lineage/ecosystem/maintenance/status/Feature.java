package dev.clade.lineage.ecosystem.maintenance.status;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import java.time.Instant;
import java.util.Arrays;

/**
 * What models are clustered by. A model with one commit has no gap yet; what it has instead is the
 * time since, as its gap is at least that long.
 */
public enum Feature {
  /** The logarithm of one more than the commits. */
  LOG_COMMITS,
  /** Commits a month of the calendar that has any. */
  COMMITS_PER_ACTIVE_MONTH,
  /** The mean of the days between commits. */
  MEAN_GAP,
  /** The most days between two commits. */
  LARGEST_GAP,
  /** The days since the last commit. */
  RECENCY,
  /** How many different authors there are. */
  AUTHORS,
  /** The days from the first commit to the last. */
  SPAN,
  /** The share of the commits that are corrective. */
  CORRECTIVE_SHARE;

  /**
   * Returns the features of a model, in their order.
   *
   * @param observed when it was looked at: not before its last commit
   */
  public static double[] of(History history, Instant observed, CommitClassifier classifier) {
    double recency = History.days(history.lastCommit(), observed);
    double[] gaps = history.gapDays();
    double commits = history.commits().size();
    double[] values = new double[values().length];
    values[LOG_COMMITS.ordinal()] = Math.log1p(commits);
    values[COMMITS_PER_ACTIVE_MONTH.ordinal()] = commits / history.activeMonths();
    values[MEAN_GAP.ordinal()] = Arrays.stream(gaps).average().orElse(recency);
    values[LARGEST_GAP.ordinal()] = Arrays.stream(gaps).max().orElse(recency);
    values[RECENCY.ordinal()] = recency;
    values[AUTHORS.ordinal()] = history.authors();
    values[SPAN.ordinal()] = history.spanDays();
    values[CORRECTIVE_SHARE.ordinal()] =
        history.commits().stream()
                .filter(each -> classifier.classes(each.message()).contains(CommitClass.CORRECTIVE))
                .count()
            / commits;
    return values;
  }
}
