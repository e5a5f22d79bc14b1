package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Optional;
import java.util.Set;

/** Reads how a worker's pod stands that has neither ended nor is told to. */
final class PodStatusReader {
  /** What a container waits for when nothing is wrong. */
  private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing");

  private final NodeCapacity capacity;

  PodStatusReader(NodeCapacity capacity) {
    this.capacity = capacity;
  }

  WorkerStatus read(Pod pod) {
    String name = pod.getMetadata().getName();
    Optional<ContainerStateWaiting> hindrance = hindrance(pod);
    if (hindrance.isPresent()) {
      return WorkerStatus.blocked(
          PendingReason.MISCONFIGURED,
          "pod %s cannot start, %s: %s"
              .formatted(name, hindrance.get().getReason(), hindrance.get().getMessage()));
    }
    Optional<PodCondition> unscheduled =
        condition(pod, "PodScheduled").filter(condition -> !"True".equals(condition.getStatus()));
    if (unscheduled.isPresent()) {
      return unscheduled(pod, unscheduled.get());
    }
    if (!"Running".equals(pod.getStatus().getPhase())) {
      return WorkerStatus.starting(
          "pod %s is being made; its image may take a while".formatted(name));
    }
    // Workers have no readiness of their own, so only a node that is gone makes them unready.
    return condition(pod, "Ready").filter(ready -> !"True".equals(ready.getStatus())).isPresent()
        ? WorkerStatus.starting(
            "pod %s is not ready; its node %s may be gone"
                .formatted(name, pod.getSpec().getNodeName()))
        : new WorkerStatus(
            WorkerStage.RUNNING,
            PendingReason.STARTING,
            "pod %s runs and has not asked for work yet".formatted(name));
  }

  private WorkerStatus unscheduled(Pod pod, PodCondition condition) {
    return switch (String.valueOf(condition.getReason())) {
      case "Unschedulable" -> capacity.judge(pod.getSpec(), condition.getMessage());
      case "SchedulingGated" ->
          WorkerStatus.blocked(
              PendingReason.SUSPENDED,
              "scheduling gates hold pod %s back".formatted(pod.getMetadata().getName()));
      default ->
          WorkerStatus.starting(
              "pod %s waits for the scheduler".formatted(pod.getMetadata().getName()));
    };
  }

  private static Optional<ContainerStateWaiting> hindrance(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .filter(state -> state != null && state.getWaiting() != null)
        .map(state -> state.getWaiting())
        .filter(waiting -> waiting.getReason() != null && !USUAL.contains(waiting.getReason()))
        .findFirst();
  }

  static Optional<PodCondition> condition(Pod pod, String type) {
    return pod.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst();
  }
}
