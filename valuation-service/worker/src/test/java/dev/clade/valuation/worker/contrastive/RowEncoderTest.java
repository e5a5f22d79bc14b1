package dev.clade.valuation.worker.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.EncoderBlocks;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.contrastive.loss.Contrast;
import dev.clade.valuation.worker.contrastive.loss.NegativeWeights;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** The network on tensors beside the one on arrays. */
class RowEncoderTest {
  private static final int ROWS = 40;
  private static final int WIDTH = 16;
  private static final TrainingSet SET = Hub.draw(ROWS, 3);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void arraysGiveWhatTensorsGive() {
    NetworkWeights weights = trained();
    float[] fused = new ContrastiveTrainer(device).encode(weights, SET.features());
    Encoder encoder = new Encoder(weights);

    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = parameters(weights);
      int[] rows = new int[ROWS];
      Arrays.setAll(rows, row -> row);
      float[] views =
          ComputeDevice.fetch(encoder(weights, parameters).views(SET.features(), rows).vectors());
      for (int row = 0; row < ROWS; row++) {
        var encoding = encoder.encode(SET.features(), row);
        assertThat(encoding.fused())
            .containsExactly(
                Arrays.copyOfRange(fused, row * WIDTH, (row + 1) * WIDTH), within(1e-5f));
        for (View view : encoding.views()) {
          int place = (row * View.values().length + view.ordinal()) * WIDTH;
          assertThat(encoding.view(view))
              .containsExactly(Arrays.copyOfRange(views, place, place + WIDTH), within(1e-5f));
        }
      }
    }
  }

  /** No row has the activity view, so nothing of its encoder moves; the others' do. */
  @Test
  void theEncoderOfAViewThatIsMissingHasNoGradientAtAll() {
    NetworkWeights weights = ContrastiveTrainer.untrained(Hub.shape(View.values()), 1);
    int[] rows = {0, 1, 2, 3, 4, 5, 6, 7};
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = parameters(weights);
      RowEncoder encoder = encoder(weights, parameters);
      ViewPresence presence = ViewPresence.of(weights.shape().views(), SET.features(), rows);
      Arrays.fill(presence.of(View.ACTIVITY), false);
      BatchInputs inputs =
          new BatchInputs(
              weights.shape(), SET.features(), encoder.tables(), rows, presence, device);
      inputs.drawTokens(Dropout.NONE, RandomSource.ofEmbedding(1, 0), 0);
      ViewVectors views = encoder.network().views(inputs.tensors(), inputs.presence());
      Contrast.HUB
          .loss(
              views,
              device.ship(new float[64], 8, 8),
              encoder.network().contrastScale(),
              new NegativeWeights(0.01, 0),
              true)
          .backward();
      float[] gradient = ComputeDevice.fetch(parameters.gradient());

      for (View view : weights.shape().views()) {
        EncoderBlocks blocks = weights.layout().encoder(view);
        for (var block :
            Set.of(
                blocks.hidden(), blocks.hiddenOffsets(), blocks.output(), blocks.outputOffsets())) {
          float[] part =
              Arrays.copyOfRange(gradient, block.offset(), block.offset() + block.size());
          if (view == View.ACTIVITY) {
            assertThat(part).containsOnly(0);
          } else {
            assertThat(part).isNotEqualTo(new float[part.length]);
          }
        }
      }
    }
  }

  private NetworkWeights trained() {
    ContrastivePlan plan =
        new ContrastivePlan(3, 16, 0.01, 0.1, 0, 3, Dropout.STANDARD, LossOptions.STANDARD);
    return new ContrastiveTrainer(device)
        .train(
            ContrastiveTrainer.untrained(Hub.shape(View.values()), 1),
            SET,
            plan,
            1,
            TrainingHooks.NONE)
        .weights();
  }

  private ParameterVector parameters(NetworkWeights weights) {
    return ParameterVector.of(weights.dense(), ContrastiveNetwork.shapes(weights.layout()), device);
  }

  private RowEncoder encoder(NetworkWeights weights, ParameterVector parameters) {
    Map<TokenTable, VectorTable> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : weights.shape().tokenTables()) {
      tables.put(
          table, new VectorTable(weights.shape().width(table), weights.table(table), new float[0]));
    }
    return new RowEncoder(
        new ContrastiveNetwork(weights.shape(), weights.layout(), parameters), tables, device);
  }
}
