package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether a quota of the namespace keeps a Job from getting its pod. */
final class NamespaceQuota {
  private final KubernetesClient client;
  private final String namespace;

  NamespaceQuota(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /**
   * Returns what the strictest quota says of a pod; nothing when none refuses it or may be read.
   */
  Optional<WorkerStatus> judge(PodSpec pod) {
    List<ResourceQuota> quotas;
    try {
      quotas = client.resourceQuotas().inNamespace(namespace).list().getItems();
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
    Map<String, BigDecimal> needs = PodNeeds.of(pod).inQuotas();
    return quotas.stream()
        .filter(quota -> quota.getStatus() != null && quota.getStatus().getHard() != null)
        .flatMap(
            quota ->
                needs.entrySet().stream()
                    .map(need -> judge(quota, need.getKey(), need.getValue()))
                    .flatMap(Optional::stream))
        .min(Comparator.comparing(WorkerStatus::reason));
  }

  private static Optional<WorkerStatus> judge(
      ResourceQuota quota, String resource, BigDecimal needed) {
    Quantity hard = quota.getStatus().getHard().get(resource);
    if (hard == null) {
      return Optional.empty();
    }
    Map<String, Quantity> usedBy = quota.getStatus().getUsed();
    Quantity used =
        usedBy == null ? new Quantity("0") : usedBy.getOrDefault(resource, new Quantity("0"));
    BigDecimal limit = PodNeeds.amount(hard);
    String figures =
        "quota %s: %s of %s of %s are used, and a worker needs %s"
            .formatted(
                quota.getMetadata().getName(),
                used,
                hard,
                resource,
                needed.stripTrailingZeros().toPlainString());
    if (needed.compareTo(limit) > 0) {
      return Optional.of(WorkerStatus.blocked(PendingReason.EXCEEDS_QUOTA, figures));
    }
    return PodNeeds.amount(used).add(needed).compareTo(limit) > 0
        ? Optional.of(WorkerStatus.blocked(PendingReason.WAITING_FOR_QUOTA, figures))
        : Optional.empty();
  }
}
