package dev.clade.lineage.ecosystem.maintenance.stage;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.rank.Friedman;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Whether a metric differs between the stages of models.
 *
 * @param models of which it is known in every stage
 * @param missing the other models
 * @param medians over the models, by stage; none when there is no model
 * @param test of the stages; empty when there is no model
 */
public record StageComparison(
    int models, int missing, List<Double> medians, Optional<Friedman> test) {
  /** Keeps an unchangeable copy. */
  public StageComparison {
    medians = List.copyOf(medians);
  }

  /** Compares every metric, in O(commits + models · log models). */
  public static Map<CommitMetric, StageComparison> of(
      List<History> histories, StageDivision division, CommitClassifier classifier) {
    List<List<Optional<History>>> parted = new ArrayList<>();
    for (History history : histories) {
      division
          .of(history)
          .ifPresent(
              stages ->
                  parted.add(stages.stream().map(part -> part(history.model(), part)).toList()));
    }
    Map<CommitMetric, StageComparison> found = new EnumMap<>(CommitMetric.class);
    for (CommitMetric metric : CommitMetric.values()) {
      found.put(metric, of(histories.size(), parted, metric, classifier));
    }
    return found;
  }

  private static StageComparison of(
      int all,
      List<List<Optional<History>>> parted,
      CommitMetric metric,
      CommitClassifier classifier) {
    double[][] known =
        parted.stream()
            .map(
                stages ->
                    stages.stream()
                        .mapToDouble(
                            stage ->
                                stage
                                    .map(each -> metric.of(each, classifier))
                                    .orElse(ofNoCommits(metric)))
                        .toArray())
            .filter(values -> Arrays.stream(values).noneMatch(Double::isNaN))
            .toArray(double[][]::new);
    if (known.length == 0) {
      return new StageComparison(0, all, List.of(), Optional.empty());
    }
    List<double[]> stages = new ArrayList<>();
    for (int i = 0; i < StageDivision.STAGES; i++) {
      int stage = i;
      stages.add(Arrays.stream(known).mapToDouble(values -> values[stage]).toArray());
    }
    return new StageComparison(
        known.length,
        all - known.length,
        stages.stream().map(values -> new Median().evaluate(values)).toList(),
        Optional.of(Friedman.of(stages)));
  }

  private static Optional<History> part(String model, List<Commit> commits) {
    return commits.isEmpty() ? Optional.empty() : Optional.of(new History(model, commits));
  }

  /** A stage without a commit has none and nobody; the rest is not known of it. */
  private static double ofNoCommits(CommitMetric metric) {
    return metric == CommitMetric.COMMITS || metric == CommitMetric.AUTHORS ? 0 : Double.NaN;
  }
}
