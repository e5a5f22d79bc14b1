package dev.clade.embedding.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.lineage.SignProjection;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.embedding.testing.SmallVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubEncoderTest {
  private static final List<RepositoryRecord> LARGE = large(20);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void rowsAreEncodedAsInOneTable(int refreshes) {
    EmbeddingVersion version = SmallVersion.of(refreshes);
    List<Encoding> wanted = inOneTable(version, LARGE);
    List<Encoding> found = new ArrayList<>();
    int count =
        new HubEncoder(version, SmallVersion.AT)
            .encode(
                LARGE::forEach,
                0,
                (row, record, encoding) -> {
                  assertThat(row).isEqualTo(found.size());
                  assertThat(record).isEqualTo(LARGE.get(row));
                  found.add(encoding);
                });
    assertThat(count).isEqualTo(LARGE.size());
    assertThat(found).hasSameSizeAs(wanted);
    for (int row = 0; row < count; row++) {
      assertThat(found.get(row).fused()).as("row %d", row).containsExactly(wanted.get(row).fused());
      assertThat(found.get(row).views()).isEqualTo(wanted.get(row).views());
      for (View view : found.get(row).views()) {
        assertThat(found.get(row).view(view)).containsExactly(wanted.get(row).view(view));
      }
    }
    assertThat(wanted).anySatisfy(each -> assertThat(each.views()).contains(View.LINEAGE));
  }

  @Test
  void whatWasEncodedBeforeIsLeftOut() {
    EmbeddingVersion version = SmallVersion.of(0);
    List<Encoding> wanted = inOneTable(version, LARGE);
    List<Integer> rows = new ArrayList<>();
    new HubEncoder(version, SmallVersion.AT)
        .encode(
            LARGE::forEach,
            300,
            (row, record, encoding) -> {
              rows.add(row);
              assertThat(encoding.fused()).containsExactly(wanted.get(row).fused());
            });
    assertThat(rows).hasSize(LARGE.size() - 300).startsWith(300);
  }

  @Test
  void anEmptyHubHasNoRows() {
    assertThat(
            new HubEncoder(SmallVersion.of(1), SmallVersion.AT)
                .encode(HubEncoderTest::nothing, 0, (row, record, encoding) -> {}))
        .isZero();
  }

  private static void nothing(Consumer<RepositoryRecord> reader) {}

  private static List<Encoding> inOneTable(
      EmbeddingVersion version, List<RepositoryRecord> records) {
    FeatureMaker maker = new FeatureMaker(version.vocabulary(), SmallVersion.AT);
    LineageGraph graph = new RelationMaker(records).graph();
    FeatureTable features = maker.table(records, graph);
    Encoder encoder = new Encoder(version.network().weights());
    for (int refresh = 0; refresh < version.refreshes(); refresh++) {
      float[] fused = new float[records.size() * version.dimension()];
      for (int row = 0; row < records.size(); row++) {
        System.arraycopy(
            encoder.encode(features, row).fused(),
            0,
            fused,
            row * version.dimension(),
            version.dimension());
      }
      features =
          new LineageOperators(graph)
              .renew(features, SignProjection.of(new DenseRows(version.dimension(), fused)));
    }
    List<Encoding> encodings = new ArrayList<>();
    for (int row = 0; row < records.size(); row++) {
      encodings.add(encoder.encode(features, row));
    }
    return encodings;
  }

  /** The small hub several times, under other owners. */
  private static List<RepositoryRecord> large(int times) {
    List<RepositoryRecord> records = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String prefix = "copy" + i;
      for (RepositoryRecord each : SmallVersion.HUB) {
        RepositoryRecordBuilder copy =
            RepositoryRecord.of(RepositoryKind.MODEL, prefix + each.id()).card(each.card());
        copy.tags(each.tags()).number("parameters", each.numbers().get("parameters"));
        each.commits().forEach(copy::commit);
        each.relations()
            .forEach(
                relation ->
                    copy.relation(
                        relation.kind(),
                        relation.kind().isDerivation()
                            ? prefix + relation.target()
                            : relation.target()));
        records.add(copy.build());
      }
    }
    return records;
  }
}
