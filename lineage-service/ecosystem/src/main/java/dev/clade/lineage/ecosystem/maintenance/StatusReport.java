package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.status.Feature;
import dev.clade.lineage.ecosystem.maintenance.status.MaintenanceStatus;
import dev.clade.lineage.ecosystem.maintenance.status.StatusComparison;
import dev.clade.lineage.ecosystem.maintenance.status.StatusOptions;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.report.Report;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which models are maintained, and what they have that others have not: a part of the report. */
final class StatusReport {
  private StatusReport() {}

  static Report of(StudiedModels models, CommitClassifier classifier, StatusOptions options) {
    List<History> histories = models.histories();
    Instant observed = models.observed().orElse(Instant.EPOCH);
    double[][] features =
        histories.stream()
            .map(each -> Feature.of(each, observed, classifier))
            .toArray(double[][]::new);
    BitSet single = new BitSet();
    for (int i = 0; i < features.length; i++) {
      single.set(i, histories.get(i).commits().size() == 1);
    }
    Optional<MaintenanceStatus> status = MaintenanceStatus.of(features, single, options);
    Map<String, StatusComparison> measures = new LinkedHashMap<>();
    Map<String, StatusComparison> byFeature = new LinkedHashMap<>();
    status.ifPresent(
        found -> {
          for (ModelMeasure each : ModelMeasure.values()) {
            measures.put(Labels.of(each), StatusComparison.of(found, models.measure(each)));
          }
          for (Feature each : Feature.values()) {
            double[] values =
                Arrays.stream(features).mapToDouble(row -> row[each.ordinal()]).toArray();
            byFeature.put(Labels.of(each), StatusComparison.of(found, values));
          }
        });
    return new Report(
        List.of(),
        List.of(
            StatusTables.status(status),
            StatusTables.comparison(
                "status_comparison", "What highly maintained models have more of", measures),
            StatusTables.comparison(
                "status_features", "What models are clustered by, of high and low", byFeature)),
        List.of(),
        notes(models, status.isPresent()));
  }

  private static List<String> notes(StudiedModels models, boolean clustered) {
    return List.of(
        clustered
            ? "High models are those of the cluster with more commits, smaller gaps and later ones;"
                + " a model with one commit is low wherever it lies. The study does not tell its"
                + " features, its scaling or its rule for naming the clusters; these are our own"
                + " reading."
            : "There are no two models that differ, so there are no clusters.",
        "A silhouette near 0 or a low adjusted Rand index says that the clusters are weak, whatever"
            + " their shares.",
        "Recency is counted up to %s, the latest time that the catalogue has."
            .formatted(models.observed().map(Instant::toString).orElse("no time")),
        "Models are compared by what the catalogue has of them today. That high models differ in"
            + " the features they were clustered by is no finding; it tells what the clusters are.");
  }
}
