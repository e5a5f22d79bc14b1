package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.ChannelGroup;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Three hidden layers that each see the conditions, the second and third as residuals. All three
 * share one group of channels, which the residuals tie together.
 */
record PerceptronNetwork() implements DenoisingNetwork {
  private static final int HIDDEN_LAYERS = 3;
  private static final int TENSORS_A_LAYER = 3;

  static Architecture design(Perceptron perceptron, ModelOptions options, List<Integer> widths) {
    LayoutBuilder layout = new LayoutBuilder(widths);
    ChannelGroup group = layout.group(perceptron.hiddenUnits(), 1);
    Axis hidden = Axis.of(group);
    Axis pixels = Axis.fixed(options.image().pixels());
    Axis conditions = Axis.fixed(perceptron.timeFeatures() + options.classes());
    for (int layer = 0; layer < HIDDEN_LAYERS; layer++) {
      Axis input = layer == 0 ? pixels : hidden;
      StartingWeights start = StartingWeights.forInputs(input.size() + conditions.size());
      layout.tensor(start, input, hidden);
      layout.tensor(start, conditions, hidden);
      layout.tensor(start, hidden);
    }
    StartingWeights start = StartingWeights.forInputs(hidden.size());
    layout.tensor(start, hidden, pixels);
    layout.tensor(start, pixels);
    return new Architecture(layout.build(), new PerceptronNetwork());
  }

  @Override
  public Tensor predict(WeightSource weights, Tensor noisyImages, Tensor conditions) {
    Tensor hidden = torch.silu(layer(weights, 0, noisyImages, conditions));
    for (int layer = 1; layer < HIDDEN_LAYERS; layer++) {
      hidden = hidden.add(torch.silu(layer(weights, layer, hidden, conditions)));
    }
    int output = HIDDEN_LAYERS * TENSORS_A_LAYER;
    return torch.addmm(weights.tensor(output + 1), hidden, weights.tensor(output));
  }

  @Override
  public List<Integer> attentionMatrices() {
    return List.of();
  }

  private Tensor layer(WeightSource weights, int index, Tensor input, Tensor conditions) {
    int first = index * TENSORS_A_LAYER;
    Tensor fromConditions =
        torch.addmm(weights.tensor(first + 2), conditions, weights.tensor(first + 1));
    return torch.addmm(fromConditions, input, weights.tensor(first));
  }
}
