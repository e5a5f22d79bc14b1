package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells a pod that waits for a place from one that no node could ever hold. */
final class NodeCapacity {
  /** Taints that nodes get and lose by themselves, such as when somebody drains them. */
  private static final String PASSING = "node.kubernetes.io/";

  private final KubernetesClient client;

  NodeCapacity(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Judges a pod that the scheduler finds no place for.
   *
   * @param scheduler what the scheduler says of it
   */
  WorkerStatus judge(PodSpec pod, String scheduler) {
    List<Node> nodes;
    try {
      nodes = client.nodes().list().getItems();
    } catch (KubernetesClientException e) {
      return WorkerStatus.blocked(
          PendingReason.WAITING_FOR_CAPACITY,
          "no node has room (nodes may not be read, so whether one ever could is not known); the"
              + " scheduler says: "
              + scheduler);
    }
    PodNeeds needs = PodNeeds.of(pod);
    String scarcest = needs.scarcest();
    BigDecimal needed = needs.requests().getOrDefault(scarcest, BigDecimal.ZERO);
    List<Node> fitting = nodes.stream().filter(node -> couldHold(node, pod, needs)).toList();
    if (fitting.isEmpty()) {
      BigDecimal most =
          nodes.stream()
              .map(node -> offers(node, scarcest))
              .max(BigDecimal::compareTo)
              .orElse(BigDecimal.ZERO);
      return WorkerStatus.blocked(
          PendingReason.EXCEEDS_CAPACITY,
          "none of %d nodes could ever hold a worker, which needs %s of %s where the most of a node is %s; the scheduler says: %s"
              .formatted(nodes.size(), text(needed), scarcest, text(most), scheduler));
    }
    BigDecimal total =
        fitting.stream()
            .map(node -> offers(node, scarcest))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return WorkerStatus.blocked(
        PendingReason.WAITING_FOR_CAPACITY,
        "%d of %d nodes, with %s of %s in all, could hold a worker, which needs %s, and have no room; the scheduler says: %s"
            .formatted(
                fitting.size(), nodes.size(), text(total), scarcest, text(needed), scheduler));
  }

  private static boolean couldHold(Node node, PodSpec pod, PodNeeds needs) {
    return needs.requests().entrySet().stream()
            .allMatch(need -> need.getValue().compareTo(offers(node, need.getKey())) <= 0)
        && hasLabels(node, pod.getNodeSelector())
        && taints(node).stream()
            .filter(taint -> !taint.getEffect().equals("PreferNoSchedule"))
            .filter(taint -> !taint.getKey().startsWith(PASSING))
            .allMatch(taint -> pod.getTolerations().stream().anyMatch(t -> tolerates(t, taint)));
  }

  private static boolean hasLabels(Node node, Map<String, String> wanted) {
    Map<String, String> labels = node.getMetadata().getLabels();
    return wanted == null
        || wanted.isEmpty()
        || (labels != null && labels.entrySet().containsAll(wanted.entrySet()));
  }

  private static List<Taint> taints(Node node) {
    return node.getSpec() == null ? List.of() : node.getSpec().getTaints();
  }

  private static boolean tolerates(Toleration toleration, Taint taint) {
    return (toleration.getKey() == null || toleration.getKey().equals(taint.getKey()))
        && (toleration.getEffect() == null || toleration.getEffect().equals(taint.getEffect()))
        && ("Exists".equals(toleration.getOperator())
            || Objects.equals(toleration.getValue(), taint.getValue()));
  }

  private static BigDecimal offers(Node node, String resource) {
    Quantity quantity =
        node.getStatus() == null ? null : node.getStatus().getAllocatable().get(resource);
    return quantity == null ? BigDecimal.ZERO : PodNeeds.amount(quantity);
  }

  private static String text(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
