package dev.clade.valuation.server.launcher.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.UUID;

/** Names and labels of workers' Jobs and pods. */
final class WorkerLabels {
  static final String RUN = "clade.dev/valuation";
  static final String QUEUE = "kueue.x-k8s.io/queue-name";

  /** Annotation of a Job: failures in a row before it. */
  static final String FAILURES = "clade.dev/earlier-failures";

  /** Every Job and pod of this service, and nothing else. */
  static final Map<String, String> OURS =
      Map.of(
          "app.kubernetes.io/name", "clade-valuation-worker",
          "app.kubernetes.io/part-of", "clade",
          "app.kubernetes.io/managed-by", "clade-valuation");

  private static final String PREFIX = "clade-worker-";

  private WorkerLabels() {}

  /**
   * Returns the name of a Job. With the end that Kubernetes gives to names of pods it has at most
   * 63 characters, as the name of a worker must.
   *
   * @param number 1 to 999
   */
  static String name(UUID run, int number) {
    return "%s%s-%d".formatted(PREFIX, run, number);
  }

  /** Tells whether an object is a worker's of a run. */
  static boolean isOurs(HasMetadata object, UUID run) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels != null
        && labels.entrySet().containsAll(OURS.entrySet())
        && run.toString().equals(labels.get(RUN));
  }

  /** Returns the failures in a row before a Job. */
  static int failures(HasMetadata job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String text = annotations == null ? "0" : annotations.getOrDefault(FAILURES, "0");
    // Anybody may have written it.
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
