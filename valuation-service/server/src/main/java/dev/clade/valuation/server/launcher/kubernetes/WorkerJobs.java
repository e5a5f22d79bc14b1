package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.domain.TrainerSettings;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the Jobs of workers. */
final class WorkerJobs {
  /** The worker's exit status when its options are wrong, which no second try mends. */
  private static final int WRONG_OPTIONS = 2;

  private final KubernetesConfig config;
  private final WorkerPods pods;

  /**
   * Creates a maker of Jobs.
   *
   * @param tls whether workers find the authorities of TLS beside their credential
   */
  WorkerJobs(KubernetesConfig config, boolean tls) {
    this.config = config;
    this.pods = new WorkerPods(config, tls);
  }

  /** Returns the image of a run's workers; nothing when its custom trainer has none. */
  Optional<String> image(RunDemand demand) {
    return Optional.ofNullable(config.customImages().get(demand.customTrainer()))
        .or(() -> isOwn(demand) ? Optional.of(config.image()) : Optional.empty());
  }

  /** Whether this service's own worker has the trainer. */
  private static boolean isOwn(RunDemand demand) {
    return demand.customTrainer().isEmpty()
        || demand.customTrainer().equals(TrainerSettings.CONTRASTIVE);
  }

  /**
   * Returns the Job of a worker, the same for the same arguments.
   *
   * @param demand a run whose trainer has an image
   * @param number which of the run's workers, from 1
   * @param failures failures in a row before it
   * @param credential name of the Secret that it gets
   */
  Job job(RunDemand demand, int number, int failures, String credential) {
    String name = WorkerLabels.name(demand.run(), number);
    Map<String, String> labels = new HashMap<>(WorkerLabels.OURS);
    labels.put(WorkerLabels.RUN, demand.run().toString());
    Map<String, String> podLabels = Map.copyOf(labels);
    config.queue().ifPresent(queue -> labels.put(WorkerLabels.QUEUE, queue));
    ObjectMeta metadata =
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(config.namespace())
            .withLabels(labels)
            .addToAnnotations(WorkerLabels.FAILURES, Integer.toString(failures))
            .build();
    return new JobBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withParallelism(1)
        .withCompletions(1)
        // Only at creation: from then on Kueue alone changes it.
        .withSuspend(config.queue().isPresent() ? true : null)
        .withBackoffLimit(config.backoffLimit())
        .withActiveDeadlineSeconds(config.deadline().toSeconds())
        .withTtlSecondsAfterFinished(Math.toIntExact(config.timeToLive().toSeconds()))
        .withPodFailurePolicy(failurePolicy())
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(podLabels)
        .endMetadata()
        .withSpec(pods.spec(demand, image(demand).orElseThrow(), credential))
        .endTemplate()
        .endSpec()
        .build();
  }

  /** Wrong options end the Job at once; an eviction or a lost node is not the worker's failure. */
  private static PodFailurePolicy failurePolicy() {
    return new PodFailurePolicyBuilder()
        .addNewRule()
        .withAction("FailJob")
        .withNewOnExitCodes()
        .withContainerName(WorkerPods.CONTAINER)
        .withOperator("In")
        .withValues(WRONG_OPTIONS)
        .endOnExitCodes()
        .endRule()
        .addNewRule()
        .withAction("Ignore")
        .addNewOnPodCondition()
        .withType(WorkerPods.DISRUPTION)
        .withStatus("True")
        .endOnPodCondition()
        .endRule()
        .build();
  }
}
