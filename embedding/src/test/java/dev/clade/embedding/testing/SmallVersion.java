package dev.clade.embedding.testing;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.InputWidths;
import dev.clade.embedding.network.LayerWidths;
import dev.clade.embedding.network.NetworkLayout;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TableSizes;
import dev.clade.embedding.network.TokenTable;
import dev.clade.embedding.network.TrainedNetwork;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.IsotonicCalibration;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.embedding.token.TokenHash;
import dev.clade.embedding.version.AttributeConfidence;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.ParentConfidence;
import dev.clade.embedding.version.Probe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A version of 8 dimensions that nobody trained, and a small hub. */
public final class SmallVersion {
  /** What its activity is seen from. */
  public static final Instant AT = Instant.parse("2024-07-01T00:00:00Z");

  /** A hub of models that are related, some with cards, some with commits. */
  public static final List<RepositoryRecord> HUB = hub();

  private SmallVersion() {}

  /** Returns a version of {@link #HUB}. */
  public static EmbeddingVersion of(int refreshes) {
    return of(HUB, refreshes);
  }

  /**
   * Returns a version.
   *
   * @param records what it is made from, at least four
   * @param refreshes how often it makes the lineage view anew
   */
  public static EmbeddingVersion of(List<RepositoryRecord> records, int refreshes) {
    Vocabulary vocabulary =
        VocabularyMaker.count(records, LeakList.of(Field.LABELS_AND_PARENTS, records));
    List<RepositoryRecord> some = records.subList(0, 4);
    FeatureTable features = Probe.features(vocabulary, AT, some);
    NetworkWeights weights = draw(features);
    Encoder encoder = new Encoder(weights);
    float[] fused = new float[some.size() * 8];
    for (int row = 0; row < some.size(); row++) {
      System.arraycopy(encoder.encode(features, row).fused(), 0, fused, row * 8, 8);
    }
    return new EmbeddingVersion(
        vocabulary,
        new TrainedNetwork(weights, 3, TokenHash.ID),
        refreshes,
        new Probe(AT, some, fused),
        List.of(
            new AttributeConfidence(Labels.TASK, calibration()),
            new AttributeConfidence(Labels.LICENSE, calibration())),
        Optional.of(
            new ParentConfidence(
                List.of("fused", "card"),
                new ParentModel(new double[] {1, -2, 0.5}),
                new Confidence(calibration(), Double.POSITIVE_INFINITY))));
  }

  private static IsotonicCalibration calibration() {
    return new IsotonicCalibration(new double[] {0.25, 0.75}, new double[] {0, 0.5});
  }

  private static NetworkWeights draw(FeatureTable features) {
    NetworkShape shape =
        new NetworkShape(
            List.copyOf(NetworkShape.USUAL_VIEWS),
            new TableSizes(
                features.card().buckets(),
                features.tags().buckets(),
                features.owners().buckets(),
                features.names().buckets()),
            InputWidths.of(features),
            new LayerWidths(8, 2, 2, 6, 5, 4),
            List.of(Labels.TASK),
            7);
    Random random = new Random(1);
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

  private static List<RepositoryRecord> hub() {
    List<RepositoryRecord> records = new ArrayList<>();
    String words = "some words that a card must have to say more than nothing of what it is about ";
    for (int i = 0; i < 30; i++) {
      RepositoryRecordBuilder record =
          RepositoryRecord.of(RepositoryKind.MODEL, "owner%d/model-%d".formatted(i % 5, i))
              .created(AT.minusSeconds(1_000_000L - i))
              .task(i % 2 == 0 ? "fill-mask" : "text-generation")
              .licenses(List.of("mit"))
              .tags(List.of("tag" + i % 3, "en"))
              .number("parameters", 1e6 * (i + 1));
      if (i % 3 != 0) {
        record.card(words.repeat(2) + "word" + i);
      }
      if (i % 4 == 1) {
        record.relation(RelationKind.FINETUNE, "owner%d/model-%d".formatted((i - 1) % 5, i - 1));
      }
      if (i % 5 == 0) {
        record.relation(RelationKind.TRAINED_ON, "data" + i % 2);
        record.commit(new DatedCommit(AT.minusSeconds(500_000L + i), List.of("ann")));
        record.commit(new DatedCommit(AT.minusSeconds(5_000L + i), List.of("bob")));
      }
      records.add(record.build());
    }
    return records;
  }
}
