package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads, makes and removes Jobs of workers. */
final class JobClient {
  private static final Logger LOG = Logger.getLogger(JobClient.class);
  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final String namespace;
  private final WorkerSecrets secrets;

  JobClient(KubernetesClient client, String namespace, WorkerSecrets secrets) {
    this.client = client;
    this.namespace = namespace;
    this.secrets = secrets;
  }

  /** Returns every Job of this service. */
  List<Job> jobs() {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabels(WorkerLabels.OURS)
        .list()
        .getItems();
  }

  /** Returns every pod of these Jobs. */
  List<Pod> pods() {
    return client.pods().inNamespace(namespace).withLabels(WorkerLabels.OURS).list().getItems();
  }

  /**
   * Makes a Job with its Secret, or takes over the one of this name that another replica has made.
   *
   * @return what is wrong when somebody else has the name
   * @throws KubernetesClientException when the Job or the Secret is refused
   */
  Optional<WorkerStatus> create(Job job, UUID run) {
    String name = job.getMetadata().getName();
    try {
      Job made = client.resource(job).inNamespace(namespace).create();
      LOG.infof("job %s was made", name);
      secrets.ensure(made, run);
      return Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
    }
    Job existing = client.batch().v1().jobs().inNamespace(namespace).withName(name).get();
    return existing == null || WorkerLabels.isOurs(existing, run)
        ? Optional.empty()
        : Optional.of(
            WorkerStatus.blocked(
                PendingReason.MISCONFIGURED,
                "there is a job %s that this service has not made".formatted(name)));
  }

  /**
   * Sees to it that a worker that has not begun yet has its Secret, also when the process that made
   * its Job ended before.
   *
   * @throws KubernetesClientException when the Secret is refused
   */
  void completeHandover(Worker worker, UUID run) {
    if (worker.status().stage() == WorkerStage.STARTING) {
      secrets.ensure(worker.job(), run);
    }
  }

  /**
   * Removes a Job as it was read, with its pods in the background, as is the client's default. One
   * that has changed since, or cannot be removed now, stays until the next look.
   */
  void delete(Job job) {
    String name = job.getMetadata().getName();
    try {
      client
          .batch()
          .v1()
          .jobs()
          .inNamespace(namespace)
          .withName(name)
          .lockResourceVersion(job.getMetadata().getResourceVersion())
          .delete();
      LOG.infof("job %s was removed", name);
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        LOG.warnf("job %s cannot be removed, will try again: %s", name, e.getMessage());
      }
    }
  }
}
