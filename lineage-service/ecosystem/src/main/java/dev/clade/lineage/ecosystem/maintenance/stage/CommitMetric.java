package dev.clade.lineage.ecosystem.maintenance.stage;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Median;

/** A number that tells how the commits of a model, or of a stage of its life, come. */
public enum CommitMetric {
  /** How many there are. */
  COMMITS,
  /** How many different authors they list. */
  AUTHORS,
  /** The mean of the days between them; not known of one. */
  MEAN_GAP,
  /** The median of the days between them; not known of one. */
  MEDIAN_GAP,
  /** The most days between two of them; not known of one. */
  LARGEST_GAP,
  /** The days from the first to the last. */
  SPAN,
  /** The share of them that list one author. */
  SINGLE_AUTHOR_SHARE,
  /** The mean of the files that they touch; not known where one does not tell. */
  FILES,
  /** The mean of the lines that they add and remove; not known where one does not tell. */
  LINES,
  /** The share of them that are corrective. */
  CORRECTIVE_SHARE,
  /** The share of them that are adaptive. */
  ADAPTIVE_SHARE,
  /** The share of them that are perfective. */
  PERFECTIVE_SHARE;

  /** Measures commits; NaN where it is not known. */
  public double of(History history, CommitClassifier classifier) {
    double[] gaps = history.gapDays();
    return switch (this) {
      case COMMITS -> history.commits().size();
      case AUTHORS -> history.authors();
      case MEAN_GAP -> Arrays.stream(gaps).average().orElse(Double.NaN);
      case MEDIAN_GAP -> gaps.length == 0 ? Double.NaN : new Median().evaluate(gaps);
      case LARGEST_GAP -> Arrays.stream(gaps).max().orElse(Double.NaN);
      case SPAN -> history.spanDays();
      case SINGLE_AUTHOR_SHARE -> mean(history, each -> each.authors().size() == 1 ? 1 : 0);
      case FILES -> mean(history, each -> files(each));
      case LINES -> mean(history, each -> lines(each));
      case CORRECTIVE_SHARE -> share(history, classifier, CommitClass.CORRECTIVE);
      case ADAPTIVE_SHARE -> share(history, classifier, CommitClass.ADAPTIVE);
      case PERFECTIVE_SHARE -> share(history, classifier, CommitClass.PERFECTIVE);
    };
  }

  private static double share(History history, CommitClassifier classifier, CommitClass of) {
    return mean(history, each -> classifier.classes(each.message()).contains(of) ? 1 : 0);
  }

  private static double mean(History history, ToDoubleFunction<Commit> number) {
    return history.commits().stream().mapToDouble(number).average().orElseThrow();
  }

  private static double files(Commit commit) {
    return commit.paths().map(each -> (double) each.size()).orElse(Double.NaN);
  }

  private static double lines(Commit commit) {
    return commit.lines().isPresent() ? commit.lines().getAsLong() : Double.NaN;
  }
}
