package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads why the API server did not do what it was asked. */
final class Refusal {
  private static final String NOT_FOUND_NAMESPACE = "namespaces \"";

  /** As ResourceQuota's admission says it: requested, used and limited amounts by resource. */
  private static final Pattern QUOTA =
      Pattern.compile("exceeded quota: (\\S+), requested: (\\S+), used: (\\S+), limited: (\\S+)");

  private Refusal() {}

  /** Judges a failed call. */
  static WorkerStatus judge(KubernetesClientException failure) {
    int code = failure.getCode();
    String said =
        failure.getStatus() != null && failure.getStatus().getMessage() != null
            ? failure.getStatus().getMessage()
            : String.valueOf(failure.getMessage());
    Matcher quota = QUOTA.matcher(said);
    if (code == 403 && quota.find()) {
      return WorkerStatus.blocked(
          exceeds(quota.group(2), quota.group(4))
              ? PendingReason.EXCEEDS_QUOTA
              : PendingReason.WAITING_FOR_QUOTA,
          "quota %s: %s are asked for, %s are used of %s"
              .formatted(quota.group(1), quota.group(2), quota.group(3), quota.group(4)));
    }
    // The client has no status to tell of when there was no answer.
    if (code <= 0) {
      return WorkerStatus.blocked(
          PendingReason.NO_WORKERS, "the API server of Kubernetes cannot be reached");
    }
    if (code == 429 || code >= 500) {
      return WorkerStatus.blocked(
          PendingReason.NO_WORKERS, "the API server of Kubernetes is not able to: " + said);
    }
    return WorkerStatus.blocked(
        PendingReason.MISCONFIGURED,
        "%s (%d): %s"
            .formatted(
                code == 404 && said.contains(NOT_FOUND_NAMESPACE)
                    ? "the namespace of workers is missing"
                    : "Kubernetes refuses workers as they are configured",
                code,
                said));
  }

  /** Tells whether one request alone is more than a limit. */
  private static boolean exceeds(String requested, String limited) {
    Map<String, Quantity> limits = amounts(limited);
    return amounts(requested).entrySet().stream()
        .anyMatch(
            request ->
                limits.containsKey(request.getKey())
                    && PodNeeds.amount(request.getValue())
                            .compareTo(PodNeeds.amount(limits.get(request.getKey())))
                        > 0);
  }

  private static Map<String, Quantity> amounts(String list) {
    return Arrays.stream(list.split(","))
        .map(amount -> amount.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> Quantity.parse(pair[1]), (a, _) -> a));
  }
}
