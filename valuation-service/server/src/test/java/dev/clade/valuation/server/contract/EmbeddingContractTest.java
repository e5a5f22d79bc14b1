package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.lineage.FakeEmbeddings;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.DownloadFeatureSetRequest;
import dev.clade.valuation.v1.DownloadFeatureSetResponse;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.TrainedEmbedding;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingRequest;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingResponse;
import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of the trainer of embeddings, what their workers get, and what they hand over. */
@QuarkusTest
class EmbeddingContractTest extends ContractTest {
  private static final String SET = "featureSets/a";
  private static final int MEBIBYTE = 1 << 20;

  private final List<ByteString> content =
      IntStream.range(0, 5).mapToObj(part -> bytes(part, 100_000)).toList();

  @BeforeEach
  void keep() {
    FakeEmbeddings.INSTANCE.reset();
    FakeEmbeddings.INSTANCE.add(SET, FeatureSet.State.STATE_READY, content);
  }

  @Test
  void aRunNeedsAFeatureSetThatIsReady() {
    FakeEmbeddings.INSTANCE.add("featureSets/new", FeatureSet.State.STATE_MAKING, List.of());
    FakeEmbeddings.INSTANCE.add("featureSets/bad", FeatureSet.State.STATE_FAILED, List.of());
    assertThat(create(Map.of("feature_set", SET)).getState())
        .isEqualTo(Valuation.State.STATE_PENDING);
    Failures.assertReason(
        Reason.FEATURE_SET_NOT_READY, () -> create(Map.of("feature_set", "featureSets/new")));
    Failures.assertReason(
        Reason.FEATURE_SET_NOT_READY, () -> create(Map.of("feature_set", "featureSets/bad")));
    Failures.assertReason(
        Reason.FEATURE_SET_NOT_FOUND, () -> create(Map.of("feature_set", "featureSets/none")));
    String field = "valuation.trainer.parameters[\"feature_set\"]";
    Failures.assertField(field, Reason.FIELD_REQUIRED, () -> create(Map.of()));
    Failures.assertField(
        field, Reason.FIELD_MALFORMED, () -> create(Map.of("feature_set", "imageSets/1")));
    Failures.assertField(
        "valuation.contributor_set",
        Reason.FIELD_REQUIRED,
        () ->
            mesh.create(
                wished(Map.of("feature_set", SET))
                    .setImageSet(mesh.imageSet(2))
                    .clearContributorSet()));
  }

  @Test
  void whatLineageCannotTellNowIsUnavailable() {
    FakeEmbeddings.INSTANCE.fail(Status.UNAVAILABLE.asRuntimeException());
    Failures.assertReason(Reason.DEPENDENCY_UNAVAILABLE, () -> create(Map.of("feature_set", SET)));
  }

  @Test
  void workersOfTheTrainerAloneGetItsEvaluations() {
    create(Map.of("feature_set", SET));
    assertThat(worker.lease(0).hasTask()).isFalse();
    assertThat(take().getTrainer().getParametersMap()).containsEntry("feature_set", SET);
  }

  @Test
  void theFeatureSetOfARunComesAsItIsKept() {
    Valuation run = create(Map.of("feature_set", SET));
    List<ByteString> parts = new ArrayList<>();
    download(SET, run.getName()).forEachRemaining(each -> parts.add(each.getChunk()));
    assertThat(parts).isEqualTo(content);
  }

  @Test
  void aSlowWorkerHoldsTheSenderBack() {
    FakeEmbeddings.INSTANCE.add(
        SET,
        FeatureSet.State.STATE_READY,
        IntStream.range(0, 64).mapToObj(part -> bytes(part, MEBIBYTE)).toList());
    Valuation run = create(Map.of("feature_set", SET));
    Iterator<DownloadFeatureSetResponse> parts = download(SET, run.getName());
    assertThat(parts.next().getChunk()).hasSize(MEBIBYTE);
    int before = -1;
    for (int polls = 0; polls < 600 && before != FakeEmbeddings.INSTANCE.sent(); polls++) {
      before = FakeEmbeddings.INSTANCE.sent();
      pause();
    }
    assertThat(FakeEmbeddings.INSTANCE.sent()).isLessThan(32);
    List<ByteString> rest = new ArrayList<>();
    parts.forEachRemaining(each -> rest.add(each.getChunk()));
    assertThat(rest).hasSize(63);
    assertThat(FakeEmbeddings.INSTANCE.sent()).isEqualTo(64);
  }

  @Test
  void setsOfOtherRunsAreRefused() {
    FakeEmbeddings.INSTANCE.add("featureSets/b", FeatureSet.State.STATE_READY, content);
    Valuation run = create(Map.of("feature_set", SET));
    Failures.assertField(
        "name", Reason.FIELD_OUT_OF_RANGE, () -> download("featureSets/b", run.getName()).next());
    Failures.assertField("name", Reason.FIELD_REQUIRED, () -> download("", run.getName()).next());
    Failures.assertField("valuation", Reason.FIELD_REQUIRED, () -> download(SET, "").next());
    Failures.assertReason(
        Reason.VALUATION_NOT_FOUND, () -> download(SET, "valuations/" + UUID.randomUUID()).next());
    Valuation images = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(2)));
    Failures.assertField(
        "name", Reason.FIELD_OUT_OF_RANGE, () -> download(SET, images.getName()).next());
  }

  @Test
  void aVersionIsHandedOverWithItsRunAndItsMetrics() {
    Valuation run = create(Map.of("feature_set", SET, "publish", "true"));
    EvaluationTask task = take();
    ByteString file = bytes(9, 2_500_000);
    assertThat(
            send(
                described(task.getLease()),
                chunk(file.substring(0, MEBIBYTE)),
                chunk(file.substring(MEBIBYTE, 2 * MEBIBYTE)),
                chunk(file.substring(2 * MEBIBYTE))))
        .isEqualTo("embeddings/1");
    assertThat(FakeEmbeddings.INSTANCE.uploaded()).containsExactly(file);
    assertThat(FakeEmbeddings.INSTANCE.described())
        .containsExactly(
            Embedding.newBuilder()
                .setFeatureSet(SET)
                .setValuation(run.getName())
                .putMetrics("link_mrr", 0.5)
                .build());
  }

  @Test
  void versionsUnderNoLeaseOrOfRunsThatAreNotPublishedAreRefused() {
    create(Map.of("feature_set", SET));
    EvaluationTask task = take();
    ByteString some = bytes(1, 10);
    Failures.assertField(
        "embedding.lease",
        Reason.FIELD_OUT_OF_RANGE,
        () -> send(described(task.getLease()), chunk(some)));
    worker.release(task);
    Failures.assertReason(Reason.LEASE_LOST, () -> send(described(task.getLease()), chunk(some)));
    Failures.assertField(
        "embedding.lease", Reason.FIELD_MALFORMED, () -> send(described("x"), chunk(some)));
    Failures.assertField("embedding", Reason.FIELD_REQUIRED, () -> send(chunk(some)));
    Failures.assertField("embedding", Reason.FIELD_REQUIRED, () -> send());
    Failures.assertField(
        "content",
        Reason.FIELD_REQUIRED,
        () -> send(WorkerServiceUploadEmbeddingRequest.getDefaultInstance()));
    assertThat(FakeEmbeddings.INSTANCE.described()).isEmpty();
  }

  @Test
  void whatLineageRefusesIsTold() {
    create(Map.of("feature_set", SET, "publish", "true"));
    EvaluationTask task = take();
    Failures.assertField("chunk", Reason.FIELD_REQUIRED, () -> send(described(task.getLease())));
    Failures.assertField(
        "chunk",
        Reason.FIELD_TOO_LONG,
        () -> send(described(task.getLease()), chunk(bytes(1, MEBIBYTE + 1))));
    FakeEmbeddings.INSTANCE.fail(Status.UNAVAILABLE.asRuntimeException());
    Failures.assertReason(
        Reason.DEPENDENCY_UNAVAILABLE, () -> send(described(task.getLease()), chunk(bytes(1, 10))));
    assertThat(FakeEmbeddings.INSTANCE.uploaded()).isEmpty();
  }

  @Test
  void sourcesMayBeOwnersKindsAndViews() {
    ContributorSet.Builder set =
        ContributorSet.newBuilder()
            .addContributors(
                DataContributor.newBuilder()
                    .setId("all")
                    .addSources("owners/google")
                    .addSources("kinds/models")
                    .addSources("views/card"));
    assertThat(mesh.store(set).getName()).isNotEmpty();
    set.getContributorsBuilder(0).setSources(2, "views/smell");
    assertThatThrownBy(() -> mesh.store(set)).hasMessageContaining("views/smell");
  }

  private Iterator<DownloadFeatureSetResponse> download(String name, String valuation) {
    return mesh.workers()
        .downloadFeatureSet(
            DownloadFeatureSetRequest.newBuilder().setName(name).setValuation(valuation).build());
  }

  private String send(WorkerServiceUploadEmbeddingRequest... messages) {
    Upload<WorkerServiceUploadEmbeddingRequest, WorkerServiceUploadEmbeddingResponse> upload =
        new Upload<>(mesh.asynchronousWorkers()::uploadEmbedding);
    upload.send(List.of(messages));
    return upload.end().getEmbedding();
  }

  private EvaluationTask take() {
    return worker
        .lease(LeaseEvaluationRequest.newBuilder().addCustomTrainers("contrastive"), 5_000)
        .getTask();
  }

  private Valuation create(Map<String, String> parameters) {
    return mesh.create(wished(parameters));
  }

  private Valuation.Builder wished(Map<String, String> parameters) {
    ContributorSet.Builder set =
        ContributorSet.newBuilder()
            .addContributors(DataContributor.newBuilder().setId("a").addSources("owners/a"))
            .addContributors(DataContributor.newBuilder().setId("b").addSources("owners/b"));
    return Valuation.newBuilder()
        .setContributorSet(mesh.store(set).getName())
        .setUtility("link_mrr")
        .setTrainer(TrainerSpec.newBuilder().setCustom("contrastive").putAllParameters(parameters));
  }

  private static WorkerServiceUploadEmbeddingRequest described(String lease) {
    return WorkerServiceUploadEmbeddingRequest.newBuilder()
        .setEmbedding(TrainedEmbedding.newBuilder().setLease(lease).putMetrics("link_mrr", 0.5))
        .build();
  }

  private static WorkerServiceUploadEmbeddingRequest chunk(ByteString bytes) {
    return WorkerServiceUploadEmbeddingRequest.newBuilder().setChunk(bytes).build();
  }

  private static ByteString bytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
