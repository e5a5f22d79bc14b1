package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.clade.lineage.v1.Collapse;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.SimilarArtifact;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.ContributorSets;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The shared embedding from end to end: a real, small hub becomes a feature set, a valuation of two
 * views trains and publishes a version, lineage encodes and serves it, and answers come from it.
 * That they are good is not claimed of so few models.
 */
final class EmbeddingIT {
  private static final int MODELS = 170;
  private static final int MOST_LOOKS = 2_400;

  @Test
  void whatIsTrainedByAValuationAnswers() throws Exception {
    try (TestMesh mesh = TestMesh.start()) {
      MeshClient client = mesh.client();
      long sequence =
          FileImport.result(
                  new FileImport(client).run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
              .getLastSequence();
      new LineageReader(client).await(sequence);
      EmbeddingVersions versions = new EmbeddingVersions(client);
      FeatureSet set = versions.await(versions.create(Optional.empty()), making -> {});
      assertThat(set.getState()).as(set.getFailure()).isEqualTo(FeatureSet.State.STATE_READY);
      assertThat(set.getRepositoryCount()).isEqualTo(MODELS);
      assertThat(set.getSnapshotSequence()).isGreaterThanOrEqualTo(sequence);

      Valuation run = value(client, set);
      Embedding version = await(() -> encoded(versions));
      assertThat(version.getState())
          .as(version.getFailure())
          .isEqualTo(Embedding.State.STATE_READY);
      assertThat(version.getFeatureSet()).isEqualTo(set.getName());
      assertThat(version.getValuation()).isEqualTo(run.getName());
      assertThat(version.getRepositoryCount()).isEqualTo(MODELS);
      assertThat(version.getMetricsMap())
          .containsEntry("link_mrr", run.getDiagnostics().getGrandUtility());

      assertThat(versions.serve(version.getName()).getServing()).isTrue();
      FindSimilarResponse similar = await(() -> similar(client));
      assertThat(similar.getEmbedding()).isEqualTo(version.getName());
      assertThat(similar.getArtifactsList())
          .hasSize(10)
          .extracting(SimilarArtifact::getName)
          .doesNotHaveDuplicates()
          .doesNotContain(SampleHub.SHOWN_MODEL);
      assertParents(client);
    }
  }

  private static Valuation value(MeshClient client, FeatureSet set) throws Exception {
    ContributorSet views =
        ContributorSet.newBuilder()
            .addContributors(
                DataContributor.newBuilder().setId("lineage").addSources("views/lineage"))
            .addContributors(DataContributor.newBuilder().setId("tags").addSources("views/tags"))
            .build();
    ValuationRuns runs = new ValuationRuns(client);
    Valuation begun =
        runs.create(
            Valuation.newBuilder()
                .setContributorSet(new ContributorSets(client).store(views).getName())
                .setTrainer(
                    TrainerSpec.newBuilder()
                        .setCustom("contrastive")
                        .putParameters("feature_set", set.getName())
                        .putParameters("epochs", "2")
                        .putParameters("publish", "true"))
                .setUtility("link_mrr")
                .setReplicateCount(1)
                .build());
    Valuation ended = runs.watch(begun.getName(), state -> {});
    assertThat(ended.getState()).as(ended.getFailure()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getValuesList())
        .extracting(ContributorValue::getContributor)
        .containsExactly("lineage", "tags");
    assertThat(ended.getValuesList().stream().mapToDouble(ContributorValue::getValue).sum())
        .isCloseTo(
            ended.getDiagnostics().getGrandUtility() - ended.getDiagnostics().getEmptyUtility(),
            offset(1e-9));
    return ended;
  }

  private static Optional<Embedding> encoded(EmbeddingVersions versions) {
    List<Embedding> all = versions.list();
    assertThat(all).hasSizeLessThan(2);
    return all.stream()
        .filter(version -> version.getState() != Embedding.State.STATE_ENCODING)
        .findFirst();
  }

  /** Replicas see soon, not at once, which version is served. */
  private static Optional<FindSimilarResponse> similar(MeshClient client) {
    FindSimilarRequest request =
        FindSimilarRequest.newBuilder()
            .setName(SampleHub.SHOWN_MODEL)
            .setCollapse(Collapse.COLLAPSE_NOTHING)
            .build();
    try {
      return Optional.of(
          client.call(Service.LINEAGE, () -> client.similarity().findSimilar(request)));
    } catch (CallFailure e) {
      assertThat(e.reason()).contains(Reason.EMBEDDING_MISSING);
      return Optional.empty();
    }
  }

  /** So small a hub may teach nothing of parents; then the answer says so. */
  private static void assertParents(MeshClient client) {
    InferParentsRequest request =
        InferParentsRequest.newBuilder().setName("models/HuggingFaceH4/zephyr-7b-beta").build();
    try {
      InferParentsResponse found =
          client.call(Service.LINEAGE, () -> client.similarity().inferParents(request));
      assertThat(found.getDeclaredList()).containsExactly(SampleHub.SHOWN_MODEL);
      assertThat(found.getCandidatesList()).isNotEmpty();
    } catch (CallFailure e) {
      assertThat(e.reason()).contains(Reason.PARENTS_NOT_LEARNED);
    }
  }

  private static <T> T await(Supplier<Optional<T>> source) throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<T> found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing came");
  }
}
