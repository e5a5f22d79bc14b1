package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says why Kueue holds a Job back, as the Job's Workload tells. */
final class KueueQueue {
  private static final ResourceDefinitionContext WORKLOADS =
      new ResourceDefinitionContext.Builder()
          .withGroup("kueue.x-k8s.io")
          .withVersion("v1beta1")
          .withKind("Workload")
          .withPlural("workloads")
          .withNamespaced(true)
          .build();

  /** Reasons and words of Kueue, older and newer, for what waiting does not cure. */
  private static final Set<String> MISCONFIGURED =
      Set.of("Misconfigured", "NoMatchingFlavor", "doesn't exist", "is inactive");

  private static final Set<String> EXCEEDS = Set.of("ExceedsMaxQuota", "maximum capacity");

  private final KubernetesClient client;

  KueueQueue(KubernetesClient client) {
    this.client = client;
  }

  /** Judges a Job that is suspended and has a queue. */
  WorkerStatus judge(Job job) {
    String queue = job.getMetadata().getLabels().get(WorkerLabels.QUEUE);
    Optional<GenericKubernetesResource> workload;
    try {
      workload = workload(job);
    } catch (KubernetesClientException e) {
      return WorkerStatus.blocked(
          PendingReason.WAITING_FOR_QUOTA,
          "waits in Kueue's queue %s, whose Workloads may not be read".formatted(queue));
    }
    if (workload.isEmpty()) {
      return WorkerStatus.blocked(
          PendingReason.WAITING_FOR_QUOTA,
          "waits in Kueue's queue %s, and Kueue has made no Workload of it yet".formatted(queue));
    }
    if (Boolean.FALSE.equals(workload.get().get("spec", "active"))) {
      return WorkerStatus.blocked(
          PendingReason.SUSPENDED,
          "somebody deactivated Kueue's Workload " + workload.get().getMetadata().getName());
    }
    return judge(queue, condition(workload.get()));
  }

  private static WorkerStatus judge(String queue, Map<?, ?> condition) {
    String message = text(condition, "message");
    if (text(condition, "status").equals("True")) {
      return WorkerStatus.blocked(
          PendingReason.WAITING_FOR_QUOTA,
          "has its quota in Kueue's queue %s and waits for admission".formatted(queue));
    }
    String said = text(condition, "reason") + ": " + message;
    PendingReason reason =
        MISCONFIGURED.stream().anyMatch(said::contains)
            ? PendingReason.MISCONFIGURED
            : EXCEEDS.stream().anyMatch(said::contains)
                ? PendingReason.EXCEEDS_QUOTA
                : PendingReason.WAITING_FOR_QUOTA;
    return WorkerStatus.blocked(
        reason,
        message.isEmpty()
            ? "waits in Kueue's queue " + queue
            : "waits in Kueue's queue %s, which says: %s".formatted(queue, message));
  }

  private Optional<GenericKubernetesResource> workload(Job job) {
    return client
        .genericKubernetesResources(WORKLOADS)
        .inNamespace(job.getMetadata().getNamespace())
        .list()
        .getItems()
        .stream()
        .filter(workload -> workload.hasOwnerReferenceFor(job.getMetadata().getUid()))
        .findFirst();
  }

  private static Map<?, ?> condition(GenericKubernetesResource workload) {
    List<?> conditions =
        workload.get("status", "conditions") instanceof List<?> list ? list : List.of();
    return conditions.stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(Map.class::cast)
        .filter(condition -> "QuotaReserved".equals(condition.get("type")))
        .findFirst()
        .orElse(Map.of());
  }

  private static String text(Map<?, ?> condition, String field) {
    return condition.get(field) instanceof String text ? text : "";
  }
}
