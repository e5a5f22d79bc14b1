package dev.clade.embedding.version;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.repository.RepositoryRecord;
import java.time.Instant;
import java.util.List;

/**
 * A few repositories with the fused vectors that the trainer's network has for them, as if there
 * were no others. Whoever makes other features of them, or encodes these otherwise, must not serve
 * the version.
 *
 * @param snapshot what their activity is seen from
 * @param records the repositories, at most {@link #MOST}
 * @param fused their vectors, one after the other
 */
public record Probe(Instant snapshot, List<RepositoryRecord> records, float[] fused) {
  /** Most repositories. */
  public static final int MOST = 100;

  /** How far a number may be from the trainer's. */
  public static final double TOLERANCE = 1e-4;

  /**
   * Takes an unmodifiable copy of the list.
   *
   * @throws IllegalArgumentException if there are none or too many, or the vectors are not as many
   */
  public Probe {
    records = List.copyOf(records);
    if (records.isEmpty() || records.size() > MOST) {
      throw new IllegalArgumentException(
          "a probe must have from 1 to %d repositories; it has %,d"
              .formatted(MOST, records.size()));
    }
    if (fused.length % records.size() != 0) {
      throw new IllegalArgumentException("a probe must have as many vectors as repositories");
    }
  }

  /** Returns the features of the repositories, which the trainer's network is to encode. */
  public static FeatureTable features(
      Vocabulary vocabulary, Instant snapshot, List<RepositoryRecord> records) {
    return new FeatureMaker(vocabulary, snapshot)
        .table(records, new RelationMaker(records).graph());
  }

  /**
   * Returns how far the farthest number is from what is computed here.
   *
   * @return at least 0; infinite when the vectors have another width, or a number is none
   * @throws IllegalArgumentException if the network cannot read the features
   */
  public double difference(EmbeddingVersion version) {
    FeatureTable features = features(version.vocabulary(), snapshot, records);
    Encoder encoder = new Encoder(version.network().weights());
    int width = version.dimension();
    if (fused.length != records.size() * width) {
      return Double.POSITIVE_INFINITY;
    }
    double most = 0;
    for (int row = 0; row < records.size(); row++) {
      float[] here = encoder.encode(features, row).fused();
      for (int d = 0; d < width; d++) {
        double difference = Math.abs((double) here[d] - fused[row * width + d]);
        most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
      }
    }
    return most;
  }
}
