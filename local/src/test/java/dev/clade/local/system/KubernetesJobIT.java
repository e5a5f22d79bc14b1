package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The running service makes, reads and removes Jobs. In the service's own tests the client of
 * Kubernetes is compiled by a JIT compiler; here it is whatever the service is run as, and a native
 * executable has only those of its builders that it was told of.
 */
@EnableKubernetesMockClient(crud = true, https = false)
final class KubernetesJobIT {
  private static final String NAMESPACE = "clade-workers";
  private static final int POLLS = 600;
  private static final long PAUSE_MILLIS = 100;

  static KubernetesClient cluster;

  @Test
  void aRunGetsJobsAndLosesThemWithItsEnd() throws Exception {
    Map<String, String> environment =
        Map.of(
            "CLADE_VALUATION_LAUNCHER_KIND", "kubernetes",
            "CLADE_VALUATION_LAUNCHER_KUBERNETES_PERIOD", "200ms",
            "CLADE_VALUATION_LAUNCHER_KUBERNETES_GPU_COUNT", "1",
            "CLADE_VALUATION_TICK", "200ms",
            "CLADE_UNSAFE_ALLOW", "WORKER_IMAGE_TAG",
            "KUBERNETES_MASTER", cluster.getMasterUrl().toString());
    try (TestMesh mesh = TestMesh.start(List.of(Service.VALUATION), environment)) {
      ValuationRuns runs = new ValuationRuns(mesh.client());
      Valuation run =
          runs.create(
              Valuation.newBuilder()
                  .setImageSet(runs.store(DrawnImages.draw(1, 5)).getName())
                  .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(200))
                  .build());

      List<Job> made = await(jobs -> !jobs.isEmpty());
      assertThat(made.getFirst().getSpec().getTemplate().getSpec().getContainers())
          .singleElement()
          .satisfies(
              worker -> {
                assertThat(worker.getImage()).isEqualTo("clade/valuation-worker:0.1.0");
                assertThat(worker.getArgs()).contains("--valuation", run.getName());
                assertThat(worker.getResources().getLimits()).containsKey("nvidia.com/gpu");
              });
      awaitSecret();

      mesh.client()
          .call(
              Service.VALUATION,
              () ->
                  mesh.client()
                      .valuation()
                      .cancelValuation(
                          CancelValuationRequest.newBuilder().setName(run.getName()).build()));
      await(List::isEmpty);
    }
  }

  /** It is made after its Job, which owns it. */
  private static void awaitSecret() throws InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      if (!cluster.secrets().inNamespace(NAMESPACE).list().getItems().isEmpty()) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("no Secret was made");
  }

  private static List<Job> await(Predicate<List<Job>> state) throws InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      List<Job> jobs = cluster.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems();
      if (state.test(jobs)) {
        return jobs;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("the Jobs stay as they are");
  }
}
