package dev.clade.valuation.server.launcher.kubernetes;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a pod asks for and is limited to, in base units by the resource's name.
 *
 * @param requests of all containers
 * @param limits of all containers
 */
record PodNeeds(Map<String, BigDecimal> requests, Map<String, BigDecimal> limits) {
  /** What every node has; any other resource is a device. */
  private static final Set<String> COMMON = Set.of("cpu", "memory", "ephemeral-storage");

  static PodNeeds of(PodSpec pod) {
    return new PodNeeds(
        sum(pod, ResourceRequirements::getRequests), sum(pod, ResourceRequirements::getLimits));
  }

  /** Returns the names under which quotas count the pod, with its amounts. */
  Map<String, BigDecimal> inQuotas() {
    Map<String, BigDecimal> counted = new TreeMap<>();
    counted.put("pods", BigDecimal.ONE);
    counted.put("count/pods", BigDecimal.ONE);
    requests.forEach((name, amount) -> counted.put("requests." + name, amount));
    requests.forEach(counted::put);
    limits.forEach((name, amount) -> counted.put("limits." + name, amount));
    return counted;
  }

  /** Returns the resource that is scarcest: the device where there is one, else processors. */
  String scarcest() {
    return requests.keySet().stream()
        .filter(name -> !COMMON.contains(name))
        .findFirst()
        .orElse("cpu");
  }

  /** Returns an amount in base units, such as bytes. */
  static BigDecimal amount(Quantity quantity) {
    return quantity.getNumericalAmount();
  }

  private static Map<String, BigDecimal> sum(
      PodSpec pod, Function<ResourceRequirements, Map<String, Quantity>> side) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    pod.getContainers().stream()
        .filter(container -> container.getResources() != null)
        .map(container -> side.apply(container.getResources()))
        .filter(amounts -> amounts != null)
        .forEach(
            amounts ->
                amounts.forEach(
                    (name, quantity) -> sums.merge(name, amount(quantity), BigDecimal::add)));
    return sums;
  }
}
