package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.credential.WorkerCredentials;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Hands workers their credentials: to each Job one Secret, which goes with it. Secrets are made and
 * never read, so whether one is there shows only when it is made a second time.
 */
final class WorkerSecrets {
  private static final int CONFLICT = 409;

  /** For clocks that differ, and for the time until a Job's own clock starts. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final KubernetesClient client;
  private final WorkerCredentials credentials;
  private final Optional<Path> authorities;
  private final Set<String> served = new HashSet<>();

  /**
   * Creates a maker of Secrets.
   *
   * @param authorities whom workers trust to sign this service's certificate; nothing without TLS
   */
  WorkerSecrets(
      KubernetesClient client, WorkerCredentials credentials, Optional<Path> authorities) {
    this.client = client;
    this.credentials = credentials;
    this.authorities = authorities;
  }

  /**
   * Makes the Secret of a Job, unless it is known to be there, or the Job is suspended: then its
   * time has not begun, and the credential's would pass.
   *
   * @param job as the API server has it
   * @throws KubernetesClientException when the Secret is refused
   */
  void ensure(Job job, UUID run) {
    boolean suspended = Boolean.TRUE.equals(job.getSpec().getSuspend());
    Optional<String> name = WorkerPods.credential(job);
    if (suspended || name.isEmpty() || served.contains(job.getMetadata().getUid())) {
      return;
    }
    try {
      client.resource(secret(name.get(), job, run)).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
    }
    served.add(job.getMetadata().getUid());
  }

  /** Forgets the Jobs that are gone. */
  void retain(Collection<String> uids) {
    served.retainAll(uids);
  }

  private Secret secret(String name, Job job, UUID run) {
    Duration lifetime = Duration.ofSeconds(job.getSpec().getActiveDeadlineSeconds()).plus(MARGIN);
    Map<String, String> content = new HashMap<>();
    content.put(
        WorkerPods.TOKEN,
        credentials.issue(job.getMetadata().getName(), Optional.of(run), lifetime));
    authorities.ifPresent(file -> content.put(WorkerPods.AUTHORITIES, read(file)));
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(job.getMetadata().getNamespace())
        .withLabels(WorkerLabels.OURS)
        .addToLabels(WorkerLabels.RUN, run.toString())
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("batch/v1")
                .withKind("Job")
                .withName(job.getMetadata().getName())
                .withUid(job.getMetadata().getUid())
                .build())
        .endMetadata()
        .withType("Opaque")
        .withImmutable(true)
        .withStringData(content)
        .build();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the authorities of TLS cannot be read", e);
    }
  }
}
