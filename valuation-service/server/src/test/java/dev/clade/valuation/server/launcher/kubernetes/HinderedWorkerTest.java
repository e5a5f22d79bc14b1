package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import org.junit.jupiter.api.Test;

/** Why the pod of a Job that was taken does not run. */
class HinderedWorkerTest extends LauncherCase {
  private static final String FULL = "0/2 nodes are available: 2 Insufficient nvidia.com/gpu.";

  @Test
  void imageThatCannotBePulledIsAMisconfiguration() {
    look(1);
    cluster.pod(job(RUN, 1), Cluster.waiting("ImagePullBackOff", "manifest unknown"));
    is(PendingReason.MISCONFIGURED, "ImagePullBackOff", "manifest unknown");
  }

  @Test
  void containerThatCannotBeConfiguredIsAMisconfiguration() {
    look(1);
    cluster.pod(
        job(RUN, 1),
        Cluster.waiting("CreateContainerConfigError", "container has runAsNonRoot and image"));
    is(PendingReason.MISCONFIGURED, "CreateContainerConfigError");
  }

  @Test
  void podThatIsBeingMadeStarts() {
    look(1);
    cluster.pod(job(RUN, 1), Cluster.waiting("ContainerCreating", null));
    is(PendingReason.STARTING, "is being made");
  }

  @Test
  void nodesThatAreFullAreWaitedFor() {
    askForGpus("nvidia.com/gpu", 1);
    cluster.node("node-1", "nvidia.com/gpu", 4);
    cluster.node("node-2", "nvidia.com/gpu", 0);
    cluster.pod(job(RUN, 1), Cluster.unschedulable(FULL));
    is(
        PendingReason.WAITING_FOR_CAPACITY,
        "1 of 2 nodes, with 4 of nvidia.com/gpu in all, could hold a worker, which needs 1",
        FULL);
  }

  @Test
  void moreThanAnyNodeHasExceedsCapacity() {
    askForGpus("nvidia.com/gpu", 5);
    cluster.node("node-1", "nvidia.com/gpu", 4);
    cluster.node("node-2", "nvidia.com/gpu", 4);
    cluster.pod(job(RUN, 1), Cluster.unschedulable(FULL));
    is(
        PendingReason.EXCEEDS_CAPACITY,
        "none of 2 nodes could ever hold a worker, which needs 5 of nvidia.com/gpu where the most"
            + " of a node is 4");
  }

  @Test
  void partOfADeviceIsNotTheWholeDevice() {
    askForGpus("nvidia.com/mig-1g.10gb", 1);
    cluster.node("node-1", "nvidia.com/gpu", 4);
    cluster.pod(job(RUN, 1), Cluster.unschedulable(FULL));
    is(PendingReason.EXCEEDS_CAPACITY, "needs 1 of nvidia.com/mig-1g.10gb");
  }

  @Test
  void taintThatIsNotToleratedKeepsWorkersOffForever() {
    restart(
        Cluster.NOW,
        "tolerations[0].key",
        "team",
        "tolerations[0].operator",
        "Equal",
        "tolerations[0].value",
        "a");
    look(1);
    taintedNode("node-1", "team", "b");
    cluster.pod(job(RUN, 1), Cluster.unschedulable("untolerated taint"));
    is(PendingReason.EXCEEDS_CAPACITY, "none of 1 nodes");
    taintedNode("node-2", "team", "a");
    is(PendingReason.WAITING_FOR_CAPACITY, "1 of 2 nodes");
    taintedNode("node-3", "node.kubernetes.io/unschedulable", null);
    is(PendingReason.WAITING_FOR_CAPACITY, "2 of 3 nodes");
  }

  @Test
  void labelsThatNoNodeHasExceedCapacity() {
    restart(Cluster.NOW, "node-selector.zone", "a");
    look(1);
    cluster.node("node-1", "nvidia.com/gpu", 4);
    cluster.pod(job(RUN, 1), Cluster.unschedulable("didn't match"));
    is(PendingReason.EXCEEDS_CAPACITY, "none of 1 nodes");
  }

  @Test
  void nodesThatMayNotBeReadLeaveTheSchedulersWord() {
    askForGpus("nvidia.com/gpu", 1);
    cluster.pod(job(RUN, 1), Cluster.unschedulable(FULL));
    server.expect().get().withPath("/api/v1/nodes").andReturn(403, "").once();
    is(PendingReason.WAITING_FOR_CAPACITY, "may not be read", FULL);
  }

  @Test
  void quotaThatKeepsThePodAwayIsToldWithItsFigures() {
    look(1);
    quota("requests.cpu", "4", "3");
    is(
        PendingReason.WAITING_FOR_QUOTA,
        "quota clade: 3 of 4 of requests.cpu are used, and a worker needs 2");
    quota("requests.cpu", "1", "0");
    is(PendingReason.EXCEEDS_QUOTA, "quota clade: 0 of 1 of requests.cpu");
    quota("requests.cpu", "5", "3");
    is(PendingReason.STARTING, "has no pod yet");
  }

  @Test
  void jobThatSomebodySuspendedIsLeftSo() {
    look(1);
    cluster.changeJob(job(RUN, 1), job -> job.editSpec().withSuspend(true).endSpec());
    is(PendingReason.SUSPENDED, "somebody suspended");
    assertThat(cluster.jobs().getFirst().getSpec().getSuspend()).isTrue();
  }

  @Test
  void podOnANodeThatIsGoneIsNotCountedAsRunning() {
    look(1);
    cluster.pod(
        job(RUN, 1),
        new PodStatusBuilder()
            .withPhase("Running")
            .withConditions(
                Cluster.condition("PodScheduled", "True", null, null),
                Cluster.condition("Ready", "False", null, null))
            .build());
    assertThat(is(PendingReason.STARTING, "node-1 may be gone").running()).isZero();
  }

  @Test
  void misconfigurationIsToldBeforeCapacity() {
    look(2);
    cluster.pod(job(RUN, 1), Cluster.unschedulable(FULL));
    cluster.pod(job(RUN, 2), Cluster.waiting("ErrImagePull", "no such host"));
    look(2);
    assertThat(look(2).reason()).isEqualTo(PendingReason.MISCONFIGURED);
  }

  private void askForGpus(String resource, int count) {
    restart(Cluster.NOW, "gpu.resource", resource, "gpu.count", Integer.toString(count));
    look(1);
  }

  private void taintedNode(String name, String key, String value) {
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewTaint("NoSchedule", key, null, value)
                .endSpec()
                .withNewStatus()
                .addToAllocatable("cpu", new Quantity("8"))
                .addToAllocatable("memory", new Quantity("64Gi"))
                .endStatus()
                .build())
        .create();
  }

  private void quota(String resource, String hard, String used) {
    client
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("clade")
                .withNamespace(Cluster.NAMESPACE)
                .endMetadata()
                .withNewStatus()
                .addToHard(resource, new Quantity(hard))
                .addToUsed(resource, new Quantity(used))
                .endStatus()
                .build())
        .createOr(existing -> existing.update());
  }

  private Launch is(PendingReason reason, String... words) {
    Launch launch = look(1);
    assertThat(launch.message()).contains(words);
    assertThat(launch.reason()).isEqualTo(reason);
    return launch;
  }
}
