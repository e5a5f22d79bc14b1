package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Block;
import dev.clade.embedding.network.EncoderBlocks;
import dev.clade.embedding.network.NetworkLayout;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * First weights: layers as layers usually start, tokens' vectors uniform between -1 and 1, parents
 * and children looked at as they are, all views alike.
 */
final class UntrainedNetwork {
  /** Starting scale of cosines, from "CLIP" (arXiv 2103.00020). */
  private static final double SCALE = 1 / 0.07;

  private UntrainedNetwork() {}

  static NetworkWeights draw(NetworkShape shape, long seed) {
    RandomSource random = RandomSource.ofEmbedding(seed, 0);
    Map<TokenTable, float[]> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : shape.tokenTables()) {
      float[] vectors = new float[shape.tables().of(table) * shape.width(table)];
      random.stream(Purpose.INITIALIZATION, 1 + table.ordinal())
          .fillUniform(vectors, 0, vectors.length, 1);
      tables.put(table, vectors);
    }
    return new NetworkWeights(shape, dense(shape, random), tables);
  }

  private static float[] dense(NetworkShape shape, RandomSource random) {
    RandomStream stream = random.stream(Purpose.INITIALIZATION, 0);
    NetworkLayout layout = new NetworkLayout(shape);
    float[] dense = new float[layout.size()];
    for (View view : shape.views()) {
      EncoderBlocks blocks = layout.encoder(view);
      fill(dense, blocks.hidden(), shape.inputWidth(view), stream);
      fill(dense, blocks.hiddenOffsets(), shape.inputWidth(view), stream);
      fill(dense, blocks.output(), shape.hiddenWidth(view), stream);
      fill(dense, blocks.outputOffsets(), shape.hiddenWidth(view), stream);
    }
    int embedding = shape.layers().embedding();
    for (int task = 0; task < shape.tasks().size(); task++) {
      fill(dense, layout.task(task), embedding, stream);
    }
    for (int i = 0; i < embedding; i++) {
      dense[layout.child().offset() + i * (embedding + 1)] = 1;
      dense[layout.parent().offset() + i * (embedding + 1)] = 1;
    }
    for (Block scale :
        new Block[] {layout.contrastScale(), layout.linkScale(), layout.taskScales()}) {
      Arrays.fill(dense, scale.offset(), scale.offset() + scale.size(), (float) Math.log(SCALE));
    }
    return dense;
  }

  private static void fill(float[] dense, Block block, int inputs, RandomStream random) {
    random.fillUniform(dense, block.offset(), block.size(), 1 / Math.sqrt(inputs));
  }
}
