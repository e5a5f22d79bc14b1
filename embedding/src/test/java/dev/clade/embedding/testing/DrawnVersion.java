package dev.clade.embedding.testing;

import dev.clade.embedding.answer.EncodedRepositories;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.network.InputWidths;
import dev.clade.embedding.network.LayerWidths;
import dev.clade.embedding.network.NetworkLayout;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.network.TableSizes;
import dev.clade.embedding.network.TokenTable;
import dev.clade.embedding.network.TrainedNetwork;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.IsotonicCalibration;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.TokenHash;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.AttributeConfidence;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.ParentConfidence;
import dev.clade.embedding.version.Probe;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A version whose weights are drawn: like cards have like vectors all the same. */
public final class DrawnVersion {
  private static final int WIDTH = 32;

  private DrawnVersion() {}

  /** Returns a version for records. */
  public static EmbeddingVersion of(List<RepositoryRecord> records, long seed) {
    Vocabulary vocabulary =
        VocabularyMaker.count(records, LeakList.of(Field.LABELS_AND_PARENTS, records));
    List<RepositoryRecord> probed = records.subList(0, 4);
    FeatureTable features = Probe.features(vocabulary, DrawnHub.AT, probed);
    NetworkWeights weights = weights(features, seed);
    Encoder encoder = new Encoder(weights);
    float[] fused = new float[probed.size() * WIDTH];
    for (int row = 0; row < probed.size(); row++) {
      System.arraycopy(encoder.encode(features, row).fused(), 0, fused, row * WIDTH, WIDTH);
    }
    return new EmbeddingVersion(
        vocabulary,
        new TrainedNetwork(weights, seed, TokenHash.ID),
        0,
        new Probe(DrawnHub.AT, probed, fused),
        List.of(
            new AttributeConfidence(Labels.LICENSE, calibration()),
            new AttributeConfidence(Labels.TASK, calibration())),
        Optional.of(
            new ParentConfidence(
                ParentEvidence.SCORERS,
                new ParentModel(new double[] {4, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, -1, 2, 1, 0, -4}),
                new Confidence(
                    new IsotonicCalibration(new double[] {-4, 4}, new double[] {0, 1}), 3))));
  }

  /** Returns the records as the version encodes them. */
  public static EncodedRepositories encode(
      EmbeddingVersion version, List<RepositoryRecord> records) {
    FeatureTable features =
        new FeatureMaker(version.vocabulary(), DrawnHub.AT)
            .table(records, new RelationMaker(records).graph());
    Encoder encoder = new Encoder(version.network().weights());
    float[] fused = new float[records.size() * WIDTH];
    Map<View, float[]> views = new EnumMap<>(View.class);
    for (int row = 0; row < records.size(); row++) {
      Encoding encoding = encoder.encode(features, row);
      System.arraycopy(encoding.fused(), 0, fused, row * WIDTH, WIDTH);
      for (View view : encoding.views()) {
        float[] values = views.computeIfAbsent(view, _ -> new float[fused.length]);
        System.arraycopy(encoding.view(view), 0, values, row * WIDTH, WIDTH);
      }
    }
    Map<View, VectorTable> tables = new EnumMap<>(View.class);
    views.forEach((view, values) -> tables.put(view, new VectorTable(WIDTH, values)));
    return new EncodedRepositories(DrawnHub.AT, records, new VectorTable(WIDTH, fused), tables);
  }

  private static IsotonicCalibration calibration() {
    return new IsotonicCalibration(new double[] {0.2, 0.8}, new double[] {0.1, 0.9});
  }

  private static NetworkWeights weights(FeatureTable features, long seed) {
    NetworkShape shape =
        new NetworkShape(
            List.copyOf(NetworkShape.USUAL_VIEWS),
            new TableSizes(
                features.card().buckets(),
                features.tags().buckets(),
                features.owners().buckets(),
                features.names().buckets()),
            InputWidths.of(features),
            new LayerWidths(WIDTH, 16, 8, 48, 24, 16),
            List.of(Labels.TASK),
            PairOverlap.WIDTH);
    Random random = new Random(seed);
    Map<TokenTable, float[]> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : shape.tokenTables()) {
      tables.put(table, numbers(random, shape.tables().of(table) * shape.width(table)));
    }
    return new NetworkWeights(shape, numbers(random, new NetworkLayout(shape).size()), tables);
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }
}
