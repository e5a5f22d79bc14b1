package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads how a worker's Job stands, from itself and its pods. */
final class JobStatusReader {
  /** A pod so long beyond its time is on a node that does not answer, and blocks its Job. */
  private static final Duration OVERDUE = Duration.ofMinutes(1);

  private final PodStatusReader pods;
  private final NamespaceQuota quota;
  private final KueueQueue kueue;

  JobStatusReader(KubernetesClient client, String namespace) {
    this.pods = new PodStatusReader(new NodeCapacity(client));
    this.quota = new NamespaceQuota(client, namespace);
    this.kueue = new KueueQueue(client);
  }

  /** Reads a Job with the pods that bear its name. */
  WorkerStatus read(Job job, List<Pod> podsOfJob, Instant now) {
    String name = job.getMetadata().getName();
    if (job.getMetadata().getDeletionTimestamp() != null) {
      return new WorkerStatus(
          WorkerStage.REMOVED, PendingReason.STARTING, "job %s is being removed".formatted(name));
    }
    Optional<JobCondition> end = end(job);
    if (end.isPresent()) {
      return ended(job, end.get());
    }
    if (job.getSpec() != null && Boolean.TRUE.equals(job.getSpec().getSuspend())) {
      return suspended(job);
    }
    Optional<Pod> living =
        podsOfJob.stream()
            .filter(pod -> !hasEnded(pod) && pod.getMetadata().getDeletionTimestamp() == null)
            .findFirst();
    return living.map(pods::read).orElseGet(() -> withoutPod(job, podsOfJob, now));
  }

  /** Returns when and how a Job ended; nothing while it has not. */
  static Optional<JobCondition> end(Job job) {
    return job.getStatus() == null
        ? Optional.empty()
        : job.getStatus().getConditions().stream()
            .filter(condition -> "True".equals(condition.getStatus()))
            .filter(
                condition ->
                    condition.getType().equals("Failed") || condition.getType().equals("Complete"))
            .findFirst();
  }

  private static WorkerStatus ended(Job job, JobCondition end) {
    String name = job.getMetadata().getName();
    if (end.getType().equals("Complete")) {
      return new WorkerStatus(
          WorkerStage.ENDED,
          PendingReason.STARTING,
          "job %s ended well and is soon replaced".formatted(name));
    }
    if ("DeadlineExceeded".equals(end.getReason())) {
      return new WorkerStatus(
          WorkerStage.ENDED,
          PendingReason.STARTING,
          "job %s reached its deadline and is soon replaced".formatted(name));
    }
    return new WorkerStatus(
        WorkerStage.FAILED,
        PendingReason.MISCONFIGURED,
        "job %s failed and is made anew after a pause, %s: %s"
            .formatted(name, end.getReason(), end.getMessage()));
  }

  private WorkerStatus suspended(Job job) {
    return job.getMetadata().getLabels().containsKey(WorkerLabels.QUEUE)
        ? kueue.judge(job)
        : WorkerStatus.blocked(
            PendingReason.SUSPENDED,
            "somebody suspended job %s".formatted(job.getMetadata().getName()));
  }

  private WorkerStatus withoutPod(Job job, List<Pod> podsOfJob, Instant now) {
    String name = job.getMetadata().getName();
    if (podsOfJob.stream().anyMatch(pod -> isOverdue(pod, now))) {
      return new WorkerStatus(
          WorkerStage.LOST,
          PendingReason.STARTING,
          "the node of job %s does not answer".formatted(name));
    }
    return podsOfJob.stream()
        .filter(JobStatusReader::hasEnded)
        .findFirst()
        .map(JobStatusReader::again)
        .or(() -> quota.judge(job.getSpec().getTemplate().getSpec()))
        .orElseGet(
            () ->
                WorkerStatus.starting(
                    "job %s has no pod yet; should that last, its events say why".formatted(name)));
  }

  private static WorkerStatus again(Pod pod) {
    String name = pod.getMetadata().getName();
    return WorkerStatus.starting(
        PodStatusReader.condition(pod, WorkerPods.DISRUPTION)
            .map(
                disruption ->
                    "pod %s was disrupted, %s: %s; Kubernetes makes another"
                        .formatted(name, disruption.getReason(), disruption.getMessage()))
            .orElseGet(
                () -> "pod %s ended%s; Kubernetes makes another".formatted(name, exitStatus(pod))));
  }

  private static String exitStatus(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .filter(state -> state != null && state.getTerminated() != null)
        .map(state -> text(state.getTerminated()))
        .findFirst()
        .orElse("");
  }

  private static String text(ContainerStateTerminated end) {
    return " with status %d (%s)".formatted(end.getExitCode(), end.getReason());
  }

  private static boolean hasEnded(Pod pod) {
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }

  private static boolean isOverdue(Pod pod, Instant now) {
    String deletion = pod.getMetadata().getDeletionTimestamp();
    return !hasEnded(pod)
        && deletion != null
        && Instant.parse(deletion).plus(OVERDUE).isBefore(now);
  }
}
