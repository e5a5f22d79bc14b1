package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.credential.CredentialKey;
import dev.clade.valuation.server.credential.WorkerCredentials;
import dev.clade.valuation.server.launcher.Settings;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plays what controllers, kubelets and people do in a cluster. */
final class Cluster {
  static final String NAMESPACE = "clade-workers";
  static final CredentialKey KEY = CredentialKey.parse(CredentialKey.newJwk());
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final KubernetesClient client;

  Cluster(KubernetesClient client) {
    this.client = client;
  }

  /** Returns a launcher of at most three workers; further settings are given as name and value. */
  KubernetesWorkerLauncher launcher(Instant now, String... settings) {
    return launcher(client, now, settings);
  }

  static KubernetesWorkerLauncher launcher(
      KubernetesClient client, Instant now, String... settings) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new KubernetesWorkerLauncher(
        client, config(settings), credentials(clock), Optional.empty(), clock);
  }

  static WorkerCredentials credentials(Clock clock) {
    return new WorkerCredentials(() -> KEY, clock);
  }

  static KubernetesConfig config(String... settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("kubernetes.workers", "3");
    for (int i = 0; i < settings.length; i += 2) {
      properties.put("kubernetes." + settings[i], settings[i + 1]);
    }
    return Settings.of(properties).launcher().kubernetes();
  }

  List<Job> jobs() {
    return client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems().stream()
        .sorted(Comparator.comparing(job -> job.getMetadata().getName()))
        .toList();
  }

  List<String> names() {
    return jobs().stream().map(job -> job.getMetadata().getName()).toList();
  }

  void changeJob(String name, UnaryOperator<JobBuilder> change) {
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withName(name)
        .edit(job -> change.apply(new JobBuilder(job)).build());
  }

  void deleteJob(String name) {
    client.batch().v1().jobs().inNamespace(NAMESPACE).withName(name).delete();
  }

  /** Ends a Job as the controller does. */
  void endJob(String name, String type, String reason, Instant when) {
    Job job = client.batch().v1().jobs().inNamespace(NAMESPACE).withName(name).get();
    Job ended =
        new JobBuilder(job)
            .withNewStatus()
            .withConditions(
                new JobConditionBuilder()
                    .withType(type)
                    .withStatus("True")
                    .withReason(reason)
                    .withMessage("as the controller says")
                    .withLastTransitionTime(when.toString())
                    .build())
            .endStatus()
            .build();
    client.resource(ended).updateStatus();
  }

  /** Makes the pod of a Job. */
  void pod(String jobName, PodStatus status) {
    pod(jobName, status, List.of());
  }

  /** Makes the pod of a Job and has it deleted, which its node never does. */
  void podStuckOnItsNode(String jobName) {
    pod(jobName, running(), List.of("clade.dev/node-does-not-answer"));
    client.pods().inNamespace(NAMESPACE).delete();
  }

  private void pod(String jobName, PodStatus status, List<String> finalizers) {
    Job job = client.batch().v1().jobs().inNamespace(NAMESPACE).withName(jobName).get();
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(jobName + "-abcde")
            .withNamespace(NAMESPACE)
            .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
            .withFinalizers(finalizers)
            .withOwnerReferences(
                new OwnerReferenceBuilder()
                    .withApiVersion("batch/v1")
                    .withKind("Job")
                    .withName(jobName)
                    .withUid(job.getMetadata().getUid())
                    .withController(true)
                    .build())
            .endMetadata()
            .withSpec(job.getSpec().getTemplate().getSpec())
            .build();
    pod.getSpec().setNodeName("node-1");
    pod.setStatus(status);
    client.resource(pod).create();
  }

  void node(String name, String resource, int count) {
    client
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewStatus()
                .addToAllocatable("cpu", new Quantity("8"))
                .addToAllocatable("memory", new Quantity("64Gi"))
                .addToAllocatable(resource, new Quantity(Integer.toString(count)))
                .endStatus()
                .build())
        .create();
  }

  static PodStatus running() {
    return new PodStatusBuilder()
        .withPhase("Running")
        .withConditions(
            condition("PodScheduled", "True", null, null), condition("Ready", "True", null, null))
        .build();
  }

  static PodStatus unschedulable(String message) {
    return new PodStatusBuilder()
        .withPhase("Pending")
        .withConditions(condition("PodScheduled", "False", "Unschedulable", message))
        .build();
  }

  static PodStatus waiting(String reason, String message) {
    return new PodStatusBuilder()
        .withPhase("Pending")
        .withConditions(condition("PodScheduled", "True", null, null))
        .addNewContainerStatus()
        .withName("worker")
        .withNewState()
        .withNewWaiting(message, reason)
        .endState()
        .endContainerStatus()
        .build();
  }

  static PodCondition condition(String type, String status, String reason, String message) {
    return new PodConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .build();
  }
}
