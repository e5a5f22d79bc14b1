package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.valuation.worker.contrastive.batch.BannedPairs;
import dev.clade.valuation.worker.contrastive.batch.BatchLinks;
import dev.clade.valuation.worker.contrastive.batch.BatchRows;
import dev.clade.valuation.worker.contrastive.loss.LinkContrast;
import dev.clade.valuation.worker.contrastive.loss.NegativeWeights;
import dev.clade.valuation.worker.contrastive.loss.Regularizers;
import dev.clade.valuation.worker.contrastive.loss.SupervisedContrast;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.pytorch.Tensor;

/** The loss of a batch. */
final class Objective {
  private final ContrastiveNetwork network;
  private final TrainingSet set;
  private final LossOptions options;
  private final NegativeWeights negatives;
  private final BannedPairs bans;
  private final ComputeDevice device;

  Objective(
      ContrastiveNetwork network, TrainingSet set, LossOptions options, ComputeDevice device) {
    this.network = network;
    this.set = set;
    this.options = options;
    this.negatives =
        new NegativeWeights(
            options.positiveShare().orElseGet(set::familyShare), options.hardness());
    this.bans = new BannedPairs(set.relations());
    this.device = device;
  }

  /**
   * Returns the losses of a batch.
   *
   * @param everything whether labels and links take part
   */
  BatchLosses of(BatchRows batch, ViewVectors views, boolean everything) {
    int count = batch.rows().length;
    Tensor contrast =
        options
            .contrast()
            .loss(
                views,
                device.ship(bans.mask(batch.rows()), count, count),
                network.contrastScale(),
                negatives,
                options.equalViews());
    Tensor fused = views.fused();
    BatchLosses losses = new BatchLosses(contrast);
    if (everything) {
      addLabels(losses, batch, fused);
      addLinks(losses, batch, fused);
    }
    addDrift(losses, batch, fused);
    addRegularizers(losses, views, fused);
    return losses;
  }

  private void addLabels(BatchLosses losses, BatchRows batch, Tensor fused) {
    int tasks = set.labels().size();
    if (options.labels() == 0) {
      return;
    }
    for (int task = 0; task < tasks; task++) {
      LabelColumn column = set.labels().get(task);
      long[] labels = new long[batch.rows().length];
      int known = 0;
      for (int i = 0; i < labels.length; i++) {
        labels[i] = column.values()[batch.rows()[i]];
        known += labels[i] >= 0 ? 1 : 0;
      }
      if (known > 1) {
        losses.addLabels(
            SupervisedContrast.loss(
                network.task(task, fused), device.ship(labels), network.taskScale(task)),
            options.labels() / tasks,
            (double) known / labels.length / tasks);
      }
    }
  }

  private void addLinks(BatchLosses losses, BatchRows batch, Tensor fused) {
    if (options.links() == 0) {
      return;
    }
    BatchLinks links = BatchLinks.of(batch, set.relations(), set.pairs());
    if (links.isEmpty()) {
      return;
    }
    int children = links.children().length;
    int candidates = links.candidates().length;
    LinkContrast contrast =
        new LinkContrast(
            device.ship(links.allowed(), children, candidates),
            device.ship(links.declared(), children, candidates),
            device.ship(links.pairs(), children, candidates, set.pairs().width()));
    losses.addLinks(
        contrast.loss(
            network.children(rows(fused, links.children())),
            network.parents(rows(fused, links.candidates())),
            network.linkScale(),
            network.pairShares()),
        options.links(),
        (double) children / batch.rows().length);
  }

  private void addDrift(BatchLosses losses, BatchRows batch, Tensor fused) {
    if (set.previous().isEmpty() || options.drift() == 0) {
      return;
    }
    PreviousVectors previous = set.previous().get();
    int width = previous.width();
    float[] before = new float[batch.rows().length * width];
    for (int i = 0; i < batch.rows().length; i++) {
      System.arraycopy(previous.vectors(), batch.rows()[i] * width, before, i * width, width);
    }
    losses.add(
        Regularizers.drift(fused, device.ship(before, batch.rows().length, width)),
        options.drift());
  }

  private void addRegularizers(BatchLosses losses, ViewVectors views, Tensor fused) {
    Regularization weights = options.regularization();
    if (weights.alignment() > 0) {
      losses.add(Regularizers.alignment(views), weights.alignment());
    }
    if (weights.uniformity() > 0) {
      losses.add(Regularizers.uniformity(fused), weights.uniformity());
    }
    if (weights.variance() > 0) {
      losses.add(Regularizers.variance(fused), weights.variance());
    }
    if (weights.covariance() > 0) {
      losses.add(Regularizers.covariance(fused), weights.covariance());
    }
  }

  private Tensor rows(Tensor vectors, int[] places) {
    long[] wide = new long[places.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = places[i];
    }
    return vectors.index_select(0, device.ship(wide));
  }
}
