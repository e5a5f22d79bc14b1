package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.network.Block;
import dev.clade.embedding.network.EncoderBlocks;
import dev.clade.embedding.network.Heads;
import dev.clade.embedding.network.NetworkLayout;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.TensorShape;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The dense part of the network on tensors; {@link dev.clade.embedding.network.Encoder} is the same
 * on arrays.
 *
 * @param shape its form
 * @param layout where its weights lie
 * @param weights its weights
 */
record ContrastiveNetwork(NetworkShape shape, NetworkLayout layout, WeightSource weights) {
  private static final double LARGEST_LOG_SCALE = Math.log(Heads.LARGEST_SCALE);

  /** Returns the shapes of all weights in order. */
  static List<TensorShape> shapes(NetworkLayout layout) {
    return layout.blocks().stream()
        .map(block -> new TensorShape(block.sizes(), StartingWeights.ZEROS))
        .toList();
  }

  /**
   * Encodes all views of a batch's rows.
   *
   * @param inputs for each view of the shape rows by numbers
   * @param presence rows by views
   */
  ViewVectors views(List<Tensor> inputs, Tensor presence) {
    Tensor[] vectors = new Tensor[inputs.size()];
    for (int view = 0; view < vectors.length; view++) {
      EncoderBlocks blocks = layout.encoder(shape.views().get(view));
      Tensor hidden = layer(blocks.hidden(), blocks.hiddenOffsets(), inputs.get(view));
      vectors[view] =
          ViewVectors.unit(layer(blocks.output(), blocks.outputOffsets(), torch.gelu(hidden)));
    }
    Tensor gates = tensor(layout.gates()).softmax(0);
    return new ViewVectors(torch.stack(new TensorVector(vectors), 1), presence, gates);
  }

  /** Returns fused vectors as a task sees them. */
  Tensor task(int task, Tensor fused) {
    return ViewVectors.unit(fused.matmul(tensor(layout.task(task))));
  }

  /** Returns fused vectors of children as their parents are looked for with. */
  Tensor children(Tensor fused) {
    return ViewVectors.unit(fused.matmul(tensor(layout.child())));
  }

  /** Returns fused vectors of parents as their children find them by. */
  Tensor parents(Tensor fused) {
    return ViewVectors.unit(fused.matmul(tensor(layout.parent())));
  }

  /** Returns what each number that pairs have in common counts. */
  Tensor pairShares() {
    return tensor(layout.pair());
  }

  /** Returns the scale of contrast. */
  Tensor contrastScale() {
    return scale(tensor(layout.contrastScale()));
  }

  /** Returns the scale of links. */
  Tensor linkScale() {
    return scale(tensor(layout.linkScale()));
  }

  /** Returns the scale of a task. */
  Tensor taskScale(int task) {
    return scale(tensor(layout.taskScales()).narrow(0, task, 1));
  }

  private static Tensor scale(Tensor logarithm) {
    return logarithm.clamp_max(new Scalar(LARGEST_LOG_SCALE)).exp();
  }

  private Tensor layer(Block matrix, Block offsets, Tensor input) {
    return torch.addmm(tensor(offsets), input, tensor(matrix));
  }

  private Tensor tensor(Block block) {
    return weights.tensor(block.index());
  }
}
