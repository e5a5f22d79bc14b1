package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What the encoders read of a batch's rows, on a device. */
final class BatchInputs {
  private final NetworkShape shape;
  private final FeatureTable features;
  private final Map<TokenTable, VectorTable> tables;
  private final int[] rows;
  private final ViewPresence presence;
  private final ComputeDevice device;
  private final Map<TokenTable, TokenSample> samples = new EnumMap<>(TokenTable.class);
  private final Map<TokenTable, Tensor> sums = new EnumMap<>(TokenTable.class);

  BatchInputs(
      NetworkShape shape,
      FeatureTable features,
      Map<TokenTable, VectorTable> tables,
      int[] rows,
      ViewPresence presence,
      ComputeDevice device) {
    this.shape = shape;
    this.features = features;
    this.tables = tables;
    this.rows = rows;
    this.presence = presence;
    this.device = device;
  }

  /** Draws the tokens that are seen, and ships the sums of their vectors. */
  void drawTokens(Dropout dropout, RandomSource random, long step) {
    for (TokenTable table : shape.tokenTables()) {
      long stream = step * TokenTable.values().length + table.ordinal();
      TokenSample sample =
          TokenSample.draw(
              table.bags(features),
              rows,
              presence.of(table.view()),
              share(table, dropout),
              random.stream(Purpose.TOKEN_DROPOUT, stream));
      samples.put(table, sample);
      sums.put(
          table,
          device
              .ship(tables.get(table).sums(sample), rows.length, shape.width(table))
              .requires_grad_(true));
    }
  }

  /** Returns for each view of the network rows by numbers. */
  List<Tensor> tensors() {
    List<Tensor> inputs = new ArrayList<>();
    for (View view : shape.views()) {
      inputs.add(
          switch (view) {
            case CARD -> sums.get(TokenTable.CARD);
            case TAGS -> sums.get(TokenTable.TAGS);
            case NUMERIC -> numbers(view, features.numeric());
            case LINEAGE -> numbers(view, features.lineage());
            case ACTIVITY -> numbers(view, features.activity());
            case IDENTITY ->
                torch.cat(
                    new TensorVector(sums.get(TokenTable.OWNERS), sums.get(TokenTable.NAMES)), 1);
          });
    }
    return inputs;
  }

  /** Returns presence, rows by views. */
  Tensor presence() {
    return device.ship(presence.matrix(), rows.length, shape.views().size());
  }

  /** Moves the vectors of the tokens that were seen, after the backward pass. */
  void descend(double rate) {
    sums.forEach(
        (table, sum) ->
            tables.get(table).descend(samples.get(table), ComputeDevice.fetch(sum.grad()), rate));
  }

  private Tensor numbers(View view, DenseRows source) {
    float[] numbers = new float[rows.length * source.width()];
    boolean[] present = presence.of(view);
    for (int i = 0; i < rows.length; i++) {
      if (present[i]) {
        System.arraycopy(
            source.values(), rows[i] * source.width(), numbers, i * source.width(), source.width());
      }
    }
    return device.ship(numbers, rows.length, source.width());
  }

  private static double share(TokenTable table, Dropout dropout) {
    return switch (table) {
      case CARD -> dropout.card();
      case TAGS -> dropout.tags();
      case OWNERS, NAMES -> 0;
    };
  }
}
