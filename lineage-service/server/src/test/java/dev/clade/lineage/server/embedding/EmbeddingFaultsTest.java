package dev.clade.lineage.server.embedding;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.testing.SmallVersion;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.Probe;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.ListEmbeddingsRequest;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddingFaultsTest extends EmbeddingServerTest {
  private static final String CHUNKS = "SELECT count(*) FROM lineage.file_chunk";

  /** As after a kill in the middle: some rows are there, and the lease of nobody runs out. */
  @Test
  void encodingGoesOnWhereAServerThatIsGoneHasStopped() throws IOException, SQLException {
    FeatureSet set = made(wish());
    Embedding ready = ended(upload(of(set), file(otherProbe(records(set), 0f))));
    String id = ready.getName().substring("embeddings/".length());
    String sum =
        """
        SELECT sum(hashtext(row_number || name || presence || fused::text || views::text))
        FROM lineage.repository_vector WHERE embedding = '%s'
        """
            .formatted(id);
    long before = number(sum);
    change(
        "DELETE FROM lineage.repository_vector WHERE embedding = '%s' AND row_number >= 2"
            .formatted(id));
    assertThat(number(sum)).isNotEqualTo(before);
    change(
        """
        UPDATE lineage.embedding
        SET state = 'ENCODING', holder = gen_random_uuid(), lease_end = now() - INTERVAL '1 s'
        WHERE id = '%s'
        """
            .formatted(id));
    assertThat(ended(ready)).isEqualTo(ready);
    assertThat(number(sum)).isEqualTo(before);
    assertThat(number("SELECT attempts FROM lineage.embedding WHERE id = '%s'".formatted(id)))
        .isEqualTo(2);
  }

  @Test
  void aVersionThatComputesOtherwiseHereIsNotServed() throws IOException {
    FeatureSet set = made(wish());
    Embedding failed = ended(upload(of(set), file(otherProbe(records(set), 0.01f))));
    assertThat(failed.getState()).isEqualTo(Embedding.State.STATE_FAILED);
    assertThat(failed.getFailure()).contains("probe").contains("at most");
    CladeException failure = failure(() -> serve(failed));
    assertThat(failure.reason()).isEqualTo(Reason.EMBEDDING_NOT_READY);
    assertThat(failure.getMessage()).contains("probe");
  }

  @Test
  void aDamagedFileIsNotServed() throws IOException {
    FeatureSet set = made(wish());
    byte[] bytes = file(version(records(set), 0)).toByteArray();
    bytes[bytes.length / 2] ^= 8;
    Embedding failed = ended(upload(of(set), ByteString.copyFrom(bytes)));
    assertThat(failed.getState()).isEqualTo(Embedding.State.STATE_FAILED);
    assertThat(failed.getFailure()).contains("damaged");
  }

  @Test
  void anUploadThatIsCutOffLeavesNothing() throws IOException, SQLException {
    FeatureSet set = made(wish());
    long before = number(CHUNKS);
    ByteString file = file(version(records(set), 0));
    StreamObserver<UploadEmbeddingRequest> call =
        EmbeddingServiceGrpc.newStub(client.channel()).uploadEmbedding(new Ignored());
    call.onNext(UploadEmbeddingRequest.newBuilder().setEmbedding(of(set)).build());
    call.onNext(chunk(file.substring(0, 1 << 20)));
    eventually(() -> assertThat(number(CHUNKS)).isGreaterThan(before));
    call.onError(new IllegalStateException("cut off"));
    eventually(() -> assertThat(number(CHUNKS)).isEqualTo(before));
  }

  @Test
  void badUploadsNameWhatIsWrong() throws IOException {
    FeatureSet set = made(wish());
    UploadEmbeddingRequest first =
        UploadEmbeddingRequest.newBuilder().setEmbedding(of(set)).build();
    ByteString file = file(version(records(set), 0)).substring(0, 1_000);
    assertRefused(() -> upload(List.of()), Reason.FIELD_REQUIRED, "embedding");
    assertRefused(() -> upload(List.of(chunk(file))), Reason.FIELD_REQUIRED, "embedding");
    assertRefused(() -> upload(List.of(first)), Reason.FIELD_REQUIRED, "chunk");
    assertRefused(() -> upload(List.of(first, first)), Reason.FIELD_MALFORMED, "embedding");
    assertRefused(
        () -> upload(List.of(first, UploadEmbeddingRequest.getDefaultInstance())),
        Reason.FIELD_REQUIRED,
        "content");
    assertRefused(
        () -> upload(of(set), ByteString.copyFromUtf8("no such file")),
        Reason.EMBEDDING_INVALID,
        "chunk");
    assertRefused(
        () -> upload(of(set), ByteString.copyFromUtf8("short")), Reason.EMBEDDING_INVALID, "chunk");
    assertRefused(
        () -> upload(List.of(first, chunk(ByteString.copyFrom(new byte[(1 << 20) + 1])))),
        Reason.FIELD_TOO_LONG,
        "chunk");
    assertRefused(
        () -> upload(of(set).setFeatureSet("models/x"), file),
        Reason.FIELD_MALFORMED,
        "embedding.feature_set");
    assertRefused(
        () -> upload(of(set).setValuation("x"), file),
        Reason.FIELD_MALFORMED,
        "embedding.valuation");
    assertRefused(
        () -> upload(of(set).putMetrics("bad", Double.NaN), file),
        Reason.FIELD_OUT_OF_RANGE,
        "embedding.metrics[bad]");
    assertThat(
            failure(() -> upload(of(set).setFeatureSet("featureSets/" + UUID.randomUUID()), file))
                .reason())
        .isEqualTo(Reason.FEATURE_SET_NOT_FOUND);
  }

  @Test
  void aFileThatWasForAnotherSetIsNotForThis() throws IOException {
    FeatureSet set = made(wish());
    ByteString file = file(otherProbe(records(set), 0.5f));
    upload(of(set), file);
    assertRefused(
        () -> upload(of(made(wish())), file), Reason.FIELD_UNKNOWN_VALUE, "embedding.feature_set");
  }

  @Test
  void otherBadRequestsNameWhatIsWrong() {
    Embedding none = Embedding.newBuilder().setName("embeddings/none").build();
    assertThat(failure(() -> get(none)).reason()).isEqualTo(Reason.EMBEDDING_NOT_FOUND);
    assertThat(failure(() -> serve(none)).reason()).isEqualTo(Reason.EMBEDDING_NOT_FOUND);
    Embedding malformed = Embedding.newBuilder().setName("featureSets/x").build();
    assertRefused(() -> get(malformed), Reason.FIELD_MALFORMED, "name");
    assertRefused(
        () -> embeddings.listEmbeddings(ListEmbeddingsRequest.newBuilder().setPageSize(-1).build()),
        Reason.FIELD_OUT_OF_RANGE,
        "page_size");
    assertThat(
            failure(
                    () ->
                        embeddings.listEmbeddings(
                            ListEmbeddingsRequest.newBuilder().setPageToken("nonsense").build()))
                .reason())
        .isEqualTo(Reason.PAGE_TOKEN_INVALID);
  }

  private static void assertRefused(ThrowingCallable call, Reason reason, String field) {
    CladeException failure = failure(call);
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field);
  }

  /** A version whose trainer had a number that is so far from the true one. */
  private static EmbeddingVersion otherProbe(List<RepositoryRecord> records, float off) {
    EmbeddingVersion version = SmallVersion.of(records, 0);
    float[] fused = version.probe().fused().clone();
    fused[0] += off;
    return new EmbeddingVersion(
        version.vocabulary(),
        version.network(),
        0,
        new Probe(version.probe().snapshot(), version.probe().records(), fused),
        List.of(),
        version.parents());
  }

  private record Ignored() implements StreamObserver<UploadEmbeddingResponse> {
    @Override
    public void onNext(UploadEmbeddingResponse message) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
  }
}
