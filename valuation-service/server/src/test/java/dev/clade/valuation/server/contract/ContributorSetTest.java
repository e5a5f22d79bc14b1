package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.GetContributorSetRequest;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of contributors are kept in one form, and their contributors are valued. */
@QuarkusTest
class ContributorSetTest extends ContractTest {
  private static final DataContributor GLUE =
      DataContributor.newBuilder()
          .setId("glue")
          .setDisplayName("GLUE, né en 2018")
          .setItemCount(1_500_000)
          .addSources("datasets/nyu-mll/glue")
          .addSources("https://gluebenchmark.com/tasks?x=1")
          .setContentHash("sha256:0a+/=_-.")
          .addLicenses("cc-by-4.0")
          .addLicenses("other")
          .build();
  private static final DataContributor ANNA = DataContributor.newBuilder().setId("anna").build();

  @Test
  void aSetIsKeptSortedAndGivenToWorkersAlike() {
    ContributorSet stored = mesh.store(set(GLUE, ANNA));
    assertThat(stored.getContributorsList()).containsExactly(ANNA, GLUE);
    assertThat(stored.getName()).matches("contributorSets/[0-9a-f]{64}");
    String name = stored.getName();
    assertThat(
            mesh.contributors()
                .getContributorSet(GetContributorSetRequest.newBuilder().setName(name).build())
                .getContributorSet())
        .isEqualTo(stored);
    assertThat(
            mesh.workers()
                .getContributorSet(
                    WorkerServiceGetContributorSetRequest.newBuilder().setName(name).build())
                .getContributorSet())
        .isEqualTo(stored);
  }

  @Test
  void equalContentHasOneNameWhateverItsOrderAndOtherContentAnother() {
    String name = mesh.store(set(GLUE, ANNA)).getName();
    DataContributor turned =
        GLUE.toBuilder()
            .clearSources()
            .addSources(GLUE.getSources(1))
            .addSources(GLUE.getSources(0))
            .clearLicenses()
            .addLicenses("other")
            .addLicenses("cc-by-4.0")
            .build();
    assertThat(mesh.store(set(ANNA, turned)).getName()).isEqualTo(name);
    assertThat(mesh.store(set(ANNA, turned).setName("contributorSets/0")).getName())
        .isEqualTo(name);
    // A letter that moves from one text to the next, or a changed number, makes another set.
    assertThat(mesh.store(set(ANNA, GLUE.toBuilder().setItemCount(1).build())).getName())
        .isNotEqualTo(name);
    DataContributor moved =
        GLUE.toBuilder().clearLicenses().addLicenses("cc-by-4.0o").addLicenses("ther").build();
    assertThat(mesh.store(set(ANNA, moved)).getName()).isNotEqualTo(name);
  }

  @Test
  void contributorsOfASetAreValuedByACustomTrainer() {
    String name =
        mesh.store(
                set(
                    DataContributor.newBuilder().setId("b").build(),
                    DataContributor.newBuilder().setId("a").build(),
                    DataContributor.newBuilder().setId("c").build()))
            .getName();
    Valuation run =
        mesh.create(
            Valuation.newBuilder()
                .setContributorSet(name)
                .setUtility("neg_log_fid")
                .setTrainer(
                    TrainerSpec.newBuilder().setCustom("mine").putParameters("epochs", "3")));
    assertThat(run.getContributorSet()).isEqualTo(name);
    assertThat(run.getImageSet()).isEmpty();
    assertThat(worker.lease(0).hasTask()).isFalse();
    EvaluationTask task = leaseMine().getTask();
    assertThat(task.getContributorSet()).isEqualTo(name);
    assertThat(task.getImageSet()).isEmpty();
    assertThat(task.getTrainer())
        .isEqualTo(TrainerSpec.newBuilder().setCustom("mine").putParameters("epochs", "3").build());
    worker.report(task);
    for (LeaseEvaluationResponse next = leaseMine(); next.hasTask(); next = leaseMine()) {
      worker.report(next.getTask());
    }
    Valuation ended = mesh.get(run.getName());
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getValuesList())
        .extracting(ContributorValue::getContributor)
        .containsExactly("a", "b", "c");
    for (int i = 0; i < 3; i++) {
      assertThat(ended.getValues(i).getValue()).isCloseTo(FakeWorker.shapleyValue(i), within(1e-9));
    }
  }

  private LeaseEvaluationResponse leaseMine() {
    return worker.lease(LeaseEvaluationRequest.newBuilder().addCustomTrainers("mine"), 0);
  }

  @Test
  void aSetOfSixtyFourIsTaken() {
    ContributorSet.Builder set = ContributorSet.newBuilder();
    for (int i = 0; i < 64; i++) {
      set.addContributorsBuilder().setId("c%02d".formatted(i));
    }
    assertThat(mesh.store(set).getContributorsCount()).isEqualTo(64);
    set.addContributorsBuilder().setId("one-more");
    Failures.assertField(
        "contributor_set.contributors", Reason.FIELD_TOO_LONG, () -> mesh.store(set));
  }

  private static ContributorSet.Builder set(DataContributor... contributors) {
    return ContributorSet.newBuilder().addAllContributors(List.of(contributors));
  }
}
