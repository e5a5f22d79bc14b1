package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kueue begins and holds back Jobs, and says why. Its messages are those of its releases. */
class KueueTest extends LauncherCase {
  private static final String WORKLOADS =
      "/apis/kueue.x-k8s.io/v1beta1/namespaces/" + Cluster.NAMESPACE + "/workloads";

  @BeforeEach
  void queue() {
    restart(Cluster.NOW, "queue", "gpus");
    look(1);
  }

  @Test
  void jobIsMadeSuspendedWithItsQueueAndThenLeftToKueue() {
    Job job = cluster.jobs().getFirst();
    assertThat(job.getSpec().getSuspend()).isTrue();
    assertThat(job.getMetadata().getLabels()).containsEntry("kueue.x-k8s.io/queue-name", "gpus");
    cluster.changeJob(job(RUN, 1), begun -> begun.editSpec().withSuspend(false).endSpec());
    assertThat(look(1).message()).contains("no pod yet");
    assertThat(cluster.jobs().getFirst().getSpec().getSuspend()).isFalse();
  }

  @Test
  void quotaOfTheQueueIsWaitedFor() {
    workload(
        true,
        "False",
        "Pending",
        "couldn't assign flavors to pod set main: insufficient unused quota for nvidia.com/gpu in"
            + " flavor default, 1 more needed");
    is(PendingReason.WAITING_FOR_QUOTA, "queue gpus", "1 more needed");
  }

  @Test
  void moreThanTheQueueMayEverHaveExceedsItsQuota() {
    workload(
        true,
        "False",
        "Pending",
        "couldn't assign flavors to pod set main: insufficient quota for nvidia.com/gpu in flavor"
            + " default, request > maximum capacity (8 > 4)");
    is(PendingReason.EXCEEDS_QUOTA, "8 > 4");
  }

  @Test
  void queueThatIsMissingIsAMisconfiguration() {
    workload(true, "False", "Inadmissible", "LocalQueue gpus doesn't exist");
    is(PendingReason.MISCONFIGURED, "LocalQueue gpus doesn't exist");
  }

  @Test
  void workloadThatSomebodyDeactivatedIsSuspended() {
    workload(false, "False", "Inadmissible", "The workload is deactivated");
    is(PendingReason.SUSPENDED, "deactivated");
  }

  @Test
  void quotaThatIsReservedWaitsForAdmission() {
    workload(true, "True", "QuotaReserved", "Quota reserved in ClusterQueue gpus");
    is(PendingReason.WAITING_FOR_QUOTA, "waits for admission");
  }

  @Test
  void withoutAWorkloadTheQueueIsTold() {
    is(PendingReason.WAITING_FOR_QUOTA, "queue gpus", "no Workload");
  }

  @Test
  void workloadsThatMayNotBeReadLeaveTheQueueToTell() {
    server.expect().get().withPath(WORKLOADS).andReturn(403, "").once();
    is(PendingReason.WAITING_FOR_QUOTA, "queue gpus", "may not be read");
  }

  private void workload(boolean active, String status, String reason, String message) {
    Map<String, Object> condition =
        Map.of("type", "QuotaReserved", "status", status, "reason", reason, "message", message);
    GenericKubernetesResource workload =
        new GenericKubernetesResourceBuilder()
            .withApiVersion("kueue.x-k8s.io/v1beta1")
            .withKind("Workload")
            .withNewMetadata()
            .withName("job-worker-1")
            .withNamespace(Cluster.NAMESPACE)
            .withOwnerReferences(
                new OwnerReferenceBuilder()
                    .withApiVersion("batch/v1")
                    .withKind("Job")
                    .withName(job(RUN, 1))
                    .withUid(cluster.jobs().getFirst().getMetadata().getUid())
                    .build())
            .endMetadata()
            .addToAdditionalProperties("spec", Map.of("active", active))
            .addToAdditionalProperties("status", Map.of("conditions", List.of(condition)))
            .build();
    server
        .expect()
        .get()
        .withPath(WORKLOADS)
        .andReturn(
            200,
            Map.of(
                "apiVersion", "kueue.x-k8s.io/v1beta1",
                "kind", "WorkloadList",
                "items", List.of(workload)))
        .once();
  }

  private void is(PendingReason reason, String... words) {
    Launch launch = look(1);
    assertThat(launch.message()).contains(words);
    assertThat(launch.reason()).isEqualTo(reason);
  }
}
