package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * Encodes rows of which nothing is hidden.
 *
 * @param network the dense part
 * @param tables the tables
 */
record RowEncoder(
    ContrastiveNetwork network, Map<TokenTable, VectorTable> tables, ComputeDevice device) {
  private static final int BLOCK = 512;
  private static final RandomSource UNUSED = RandomSource.ofContent(new byte[0]);

  /** Encodes some rows, into the innermost open scope of native memory. */
  ViewVectors views(FeatureTable features, int[] rows) {
    BatchInputs inputs =
        new BatchInputs(
            network.shape(),
            features,
            tables,
            rows,
            ViewPresence.of(network.shape().views(), features, rows),
            device);
    inputs.drawTokens(Dropout.NONE, UNUSED, 0);
    return network.views(inputs.tensors(), inputs.presence());
  }

  /** Returns the fused vectors of all rows, one after the other. */
  float[] fused(FeatureTable features) {
    int width = network.shape().layers().embedding();
    float[] fused = new float[Math.multiplyExact(features.rows(), width)];
    try (NoGradGuard frozen = new NoGradGuard()) {
      for (int first = 0; first < features.rows(); first += BLOCK) {
        int[] rows = new int[Math.min(BLOCK, features.rows() - first)];
        for (int i = 0; i < rows.length; i++) {
          rows[i] = first + i;
        }
        try (PointerScope scope = new PointerScope()) {
          float[] block = ComputeDevice.fetch(views(features, rows).fused());
          System.arraycopy(block, 0, fused, first * width, block.length);
        }
      }
    }
    return fused;
  }
}
