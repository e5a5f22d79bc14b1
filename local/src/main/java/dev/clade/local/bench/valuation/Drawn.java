package dev.clade.local.bench.valuation;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.valuation.v1.Valuation;

/** Runs on drawn images. */
final class Drawn {
  private static final long IMAGES_SEED = 1;

  private Drawn() {}

  /**
   * Returns a wish for an exact run of the first so many contributors, two trainings a coalition.
   */
  static Valuation run(ValuationRuns runs, int contributors, long seed) {
    return Valuation.newBuilder()
        .setImageSet(runs.store(DrawnImages.draw(IMAGES_SEED, contributors)).getName())
        .setReplicateCount(2)
        .setSeed(seed)
        .build();
  }
}
