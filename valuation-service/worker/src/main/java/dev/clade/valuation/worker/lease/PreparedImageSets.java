package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import java.util.LinkedHashMap;

/**
 * The image sets used last, with their reference models. A name stands for its content, so an entry
 * never becomes stale; only the least used one is dropped when there are too many.
 */
final class PreparedImageSets {
  private static final int MOST_KEPT = 4;

  private final EvaluationQueue queue;
  private final ReferenceTrainer trainer;
  private final LinkedHashMap<String, Prepared> recent =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

  PreparedImageSets(EvaluationQueue queue, ReferenceTrainer trainer) {
    this.queue = queue;
    this.trainer = trainer;
  }

  /** Returns an image set, fetched and its reference trained if need be. */
  Prepared get(String name) {
    Prepared known = recent.get(name);
    if (known != null) {
      return known;
    }
    ImageCollection images = queue.imageSet(name);
    Prepared prepared = new Prepared(images, trainer.train(images.reference()));
    if (recent.size() == MOST_KEPT) {
      recent.pollFirstEntry();
    }
    recent.put(name, prepared);
    return prepared;
  }

  /** An image set and the reference model made of it. */
  record Prepared(ImageCollection images, ReferenceModel reference) {}
}
