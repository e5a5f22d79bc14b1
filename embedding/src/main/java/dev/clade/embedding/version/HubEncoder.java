package dev.clade.embedding.version;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.lineage.NeighbourAverages;
import dev.clade.embedding.lineage.SignProjection;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Encodes all repositories of a hub as each other's neighbours. Their records are read as often as
 * they are needed and not kept: of each repository there are only its relations and two vectors of
 * {@value SignProjection#WIDTH} numbers in memory, and of a block of them all.
 */
public final class HubEncoder {
  private static final int BLOCK = 256;

  private final EmbeddingVersion version;
  private final FeatureMaker maker;
  private final Encoder encoder;

  /**
   * Prepares to encode.
   *
   * @param snapshot what activity is seen from; nothing in the records may be later
   */
  public HubEncoder(EmbeddingVersion version, Instant snapshot) {
    this.version = version;
    this.maker = new FeatureMaker(version.vocabulary(), snapshot);
    this.encoder = new Encoder(version.network().weights());
  }

  /** Records that can be read several times. */
  public interface Records {
    /** Hands all records to a reader, always the same in the same order. */
    void read(Consumer<RepositoryRecord> reader);
  }

  /** Takes what was encoded. */
  public interface Rows {
    /**
     * Takes a repository.
     *
     * @param row its place among the records
     */
    void accept(int row, RepositoryRecord record, Encoding encoding);
  }

  /**
   * Encodes all repositories.
   *
   * @param first the first row that is of interest
   * @param rows takes that row and those behind it, in their order
   * @return how many rows there are
   * @throws IllegalArgumentException if the network cannot read the features
   */
  public int encode(Records records, int first, Rows rows) {
    List<RepositoryRecord> related = new ArrayList<>();
    FloatArrayList tags = new FloatArrayList();
    inBlocks(
        records,
        (from, block) -> {
          block.forEach(record -> related.add(relations(record)));
          tags.addElements(tags.size(), SignProjection.of(maker.table(block).tags()).values());
        });
    LineageGraph graph = new RelationMaker(related).graph();
    related.clear();
    LineageOperators operators = new LineageOperators(graph);
    DenseRows base = new DenseRows(SignProjection.WIDTH, tags.toFloatArray());
    for (int refresh = 0; refresh < version.refreshes(); refresh++) {
      base = refreshed(records, operators.averages(base));
    }
    encode(records, operators.averages(base), first, rows);
    return graph.rows();
  }

  private DenseRows refreshed(Records records, NeighbourAverages averages) {
    FloatArrayList projected = new FloatArrayList();
    encode(
        records,
        averages,
        0,
        (row, record, encoding) ->
            projected.addElements(
                projected.size(),
                SignProjection.of(new DenseRows(version.dimension(), encoding.fused())).values()));
    return new DenseRows(SignProjection.WIDTH, projected.toFloatArray());
  }

  private void encode(Records records, NeighbourAverages averages, int first, Rows rows) {
    inBlocks(
        records,
        (from, block) -> {
          if (from + block.size() <= first) {
            return;
          }
          FeatureTable features =
              LineageOperators.with(maker.table(block), averages.rows(from, from + block.size()));
          for (int i = Math.max(0, first - from); i < block.size(); i++) {
            rows.accept(from + i, block.get(i), encoder.encode(features, i));
          }
        });
  }

  private interface Blocks {
    void accept(int from, List<RepositoryRecord> block);
  }

  private static void inBlocks(Records records, Blocks blocks) {
    List<RepositoryRecord> block = new ArrayList<>();
    int[] from = {0};
    records.read(
        record -> {
          block.add(record);
          if (block.size() == BLOCK) {
            blocks.accept(from[0], block);
            from[0] += BLOCK;
            block.clear();
          }
        });
    if (!block.isEmpty()) {
      blocks.accept(from[0], block);
    }
  }

  private static RepositoryRecord relations(RepositoryRecord record) {
    RepositoryRecordBuilder related = RepositoryRecord.of(record.kind(), record.id());
    record.relations().stream()
        .filter(each -> each.kind() != RelationKind.PAPER)
        .forEach(each -> related.relation(each.kind(), each.target()));
    return related.build();
  }
}
