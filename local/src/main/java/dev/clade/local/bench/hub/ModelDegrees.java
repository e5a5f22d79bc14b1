package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import java.util.Arrays;

/** How many relations the models of a hub have. */
record ModelDegrees(
    int modelCount, long derivationCount, int[] children, int[] bases, int[] datasets) {

  static ModelDegrees of(Hub hub) {
    int models = 0;
    long derivations = 0;
    int[] children = new int[hub.count()];
    int[] bases = new int[hub.count()];
    int[] datasets = new int[hub.count()];
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      models += hub.name(artifact).startsWith("models/") ? 1 : 0;
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        if (hub.type(relation).isDerivation()) {
          derivations++;
          children[hub.upstream(relation)]++;
          bases[artifact]++;
        } else if (hub.type(relation) == RelationType.TRAINED_ON) {
          datasets[artifact]++;
        }
      }
    }
    return new ModelDegrees(models, derivations, children, bases, datasets);
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
