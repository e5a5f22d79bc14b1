package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.module.ResidualBlock;
import dev.clade.valuation.worker.module.SelfAttention;
import dev.clade.valuation.worker.tensor.Intermediates;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * A residual block of a U-Net with the attention that may follow it. What it computes on the way is
 * freed when it is done, unless the gradient needs it.
 */
record UNetStage(ResidualBlock block, Optional<SelfAttention> attention) {
  Tensor apply(WeightSource weights, Tensor images, Tensor conditions) {
    return Intermediates.free(
        () -> {
          Tensor hidden = block.apply(weights, images, conditions);
          return attention.isPresent() ? attention.get().apply(weights, hidden) : hidden;
        });
  }
}
