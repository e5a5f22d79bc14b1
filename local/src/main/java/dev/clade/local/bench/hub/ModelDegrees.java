package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import java.util.Arrays;

/** How many relations the models of a hub have. */
final class ModelDegrees {
  private final int[] children;
  private final int[] bases;
  private final int[] datasets;
  private int modelCount;
  private long derivationCount;

  ModelDegrees(Hub hub) {
    children = new int[hub.count()];
    bases = new int[hub.count()];
    datasets = new int[hub.count()];
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      modelCount += hub.name(artifact).startsWith("models/") ? 1 : 0;
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        if (hub.type(relation).isDerivation()) {
          derivationCount++;
          children[hub.upstream(relation)]++;
          bases[artifact]++;
        } else if (hub.type(relation) == RelationType.TRAINED_ON) {
          datasets[artifact]++;
        }
      }
    }
  }

  int modelCount() {
    return modelCount;
  }

  long derivationCount() {
    return derivationCount;
  }

  long withChildren(int least) {
    return countOf(children, least);
  }

  long withBases(int least) {
    return countOf(bases, least);
  }

  long withDatasets() {
    return countOf(datasets, 1);
  }

  int mostChildren() {
    return Arrays.stream(children).max().orElse(0);
  }

  private static long countOf(int[] degrees, int least) {
    return Arrays.stream(degrees).filter(degree -> degree >= least).count();
  }
}
