package dev.clade.lineage.server.embedding;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.protobuf.ByteString;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.testing.SmallVersion;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.HubEncoder;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.ListEmbeddingsRequest;
import dev.clade.lineage.v1.ListEmbeddingsResponse;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddingContractTest extends EmbeddingServerTest {
  // Not the one of the tests of answers.
  @Inject StoredEmbeddings source;

  @Test
  void aVersionThatIsServedCanBeReadAsItWasMade() throws IOException {
    FeatureSet set = made(wish());
    List<RepositoryRecord> records = records(set);
    EmbeddingVersion version = version(records, 1);
    ByteString file = file(version);
    Embedding ready = ended(upload(of(set).setValuation("valuations/x"), file));
    assertThat(ready.getFailure()).isEmpty();
    assertThat(ready.getState()).isEqualTo(Embedding.State.STATE_READY);
    assertThat(ready.getServing()).isFalse();
    assertThat(ready.getFeatureSet()).isEqualTo(set.getName());
    assertThat(ready.getValuation()).isEqualTo("valuations/x");
    assertThat(ready.getMetricsMap()).containsOnlyKeys("link_mrr").containsValue(0.25);
    assertThat(ready.getRepositoryCount()).isEqualTo(5);
    assertThat(ready.getDimension()).isEqualTo(8);
    assertThat(ready.getDigest())
        .isEqualTo(Hashing.sha256().hashBytes(file.toByteArray()).toString());

    assertThat(serve(ready).getServing()).isTrue();
    ServedEmbedding served = source.served().orElseThrow();
    assertThat("embeddings/" + served.id()).isEqualTo(ready.getName());
    assertThat(served.rows()).isEqualTo(5);
    assertThat(source.version(served).probe().difference(version)).isZero();
    List<RepositoryRecord> readRecords = new ArrayList<>();
    source.readRecords(served, readRecords::add);
    assertThat(readRecords).isEqualTo(records);
    assertRows(served, version, records);
  }

  private void assertRows(
      ServedEmbedding served, EmbeddingVersion version, List<RepositoryRecord> records) {
    List<Encoding> wanted = new ArrayList<>();
    new HubEncoder(version, served.snapshotTime())
        .encode(records::forEach, 0, (row, record, encoding) -> wanted.add(encoding));
    List<EncodedRow> rows = new ArrayList<>();
    source.readVectors(served, rows::add);
    assertThat(rows)
        .extracting(EncodedRow::name)
        .containsExactly(
            "models/x/base",
            "models/x/child",
            "models/x/trained",
            "datasets/x/data",
            "spaces/x/demo");
    for (EncodedRow row : rows) {
      Encoding encoding = wanted.get(row.row());
      assertThat(row.fused()).containsExactly(encoding.fused());
      int place = 0;
      for (View view : View.values()) {
        boolean present = (row.presence() >> view.ordinal() & 1) != 0;
        assertThat(present).isEqualTo(encoding.views().contains(view));
        for (int d = 0; present && d < 8; d++) {
          assertThat(row.views()[place++]).isEqualTo(encoding.view(view)[d]);
        }
      }
      assertThat(place).isEqualTo(row.views().length);
    }
    assertThat(rows).anySatisfy(row -> assertThat(row.views().length).isGreaterThan(8));
  }

  @Test
  void theSameFileIsKeptOnce() throws IOException, SQLException {
    FeatureSet set = made(wish());
    ByteString file = file(version(records(set), 0));
    Embedding first = ended(upload(of(set), file));
    long chunks = number("SELECT count(*) FROM lineage.file_chunk");
    Embedding again = upload(of(set).putMetrics("other", 1), file);
    assertThat(again).isEqualTo(first);
    eventually(
        () -> assertThat(number("SELECT count(*) FROM lineage.file_chunk")).isEqualTo(chunks));
  }

  @Test
  void oneVersionIsServedAndTheOneBeforeStays() throws IOException {
    FeatureSet set = made(wish());
    Embedding one = ended(upload(of(set), file(version(records(set), 0))));
    Embedding other = ended(upload(of(set), file(version(SmallVersion.HUB, 0))));
    serve(one);
    assertThat(serve(other).getServing()).isTrue();
    assertThat(get(one).getServing()).isFalse();
    assertThat(get(one).getState()).isEqualTo(Embedding.State.STATE_READY);
    assertThat(serve(one)).isEqualTo(serve(one));
    assertThat(get(other).getServing()).isFalse();
  }

  @Test
  void versionsAreListedPageByPageTheNewestFirst() throws IOException {
    FeatureSet set = made(wish());
    upload(of(set), file(version(records(set), 2)));
    upload(of(set), file(version(SmallVersion.HUB, 2)));
    List<Embedding> all = new ArrayList<>();
    String token = "";
    do {
      ListEmbeddingsResponse page =
          embeddings.listEmbeddings(
              ListEmbeddingsRequest.newBuilder().setPageSize(1).setPageToken(token).build());
      assertThat(page.getEmbeddingsCount()).isLessThanOrEqualTo(1);
      all.addAll(page.getEmbeddingsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(all).extracting(Embedding::getName).doesNotHaveDuplicates();
    assertThat(all).hasSizeGreaterThanOrEqualTo(2);
    assertThat(all)
        .extracting(
            each ->
                Instant.ofEpochSecond(
                    each.getCreateTime().getSeconds(), each.getCreateTime().getNanos()))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }
}
