package dev.clade.local.bench.valuation;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.Valuation;

/** Runs on drawn images. */
final class Drawn {
  private static final long IMAGES_SEED = 1;

  private Drawn() {}

  /**
   * Returns a wish for an exact run of the first so many contributors, two trainings a coalition.
   */
  static Valuation run(ValuationRuns runs, int contributors, long seed) {
    ImageSet images = DrawnImages.draw(IMAGES_SEED);
    ImageSet first =
        images.toBuilder()
            .clearContributors()
            .addAllContributors(images.getContributorsList().subList(0, contributors))
            .build();
    return Valuation.newBuilder()
        .setImageSet(runs.store(first).getName())
        .setReplicateCount(2)
        .setSeed(seed)
        .build();
  }
}
