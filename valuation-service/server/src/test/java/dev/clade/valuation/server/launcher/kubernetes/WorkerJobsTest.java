package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.k8s.PodConventions;
import dev.clade.valuation.server.domain.RunDemand;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Jobs of workers, and that they keep to the conventions. */
class WorkerJobsTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final RunDemand DEMAND = new RunDemand(LauncherCase.RUN, 0, 1, 1, "", TRACE);

  @Test
  void workerIsToldItsServiceItsNameItsRunAndItsDevices() {
    Container worker = container(job("gpu.count", "2", "target", "valuation:9"));
    assertThat(worker.getArgs())
        .containsExactly(
            "--target",
            "valuation:9",
            "--worker",
            "$(CLADE_WORKER_NAME)",
            "--valuation",
            "valuations/" + LauncherCase.RUN,
            "--devices",
            "2");
    assertThat(worker.getEnv())
        .filteredOn(variable -> variable.getName().equals("CLADE_WORKER_NAME"))
        .extracting(variable -> variable.getValueFrom().getFieldRef().getFieldPath())
        .containsExactly("metadata.name");
    assertThat(container(job()).getArgs()).endsWith("--devices", "1");
  }

  @Test
  void aRunOfTheTrainerOfEmbeddingsGetsTheOwnWorkerWithThatTrainer() {
    RunDemand embeddings = new RunDemand(LauncherCase.RUN, 0, 1, 9, "contrastive", "");
    WorkerJobs jobs = new WorkerJobs(Cluster.config(), false);
    Container worker = container(jobs.job(embeddings, 1, 0, "secret"));
    assertThat(worker.getImage()).isEqualTo(container(job()).getImage());
    assertThat(worker.getArgs()).endsWith("--devices", "1", "--trainer", "contrastive");
    assertThat(
            new WorkerJobs(Cluster.config("custom-images.contrastive", "mine:1"), false)
                .image(embeddings))
        .contains("mine:1");
  }

  @Test
  void namesOfPodsAreNamesOfWorkers() {
    // Kubernetes appends a dash and five characters.
    assertThat(WorkerLabels.name(LauncherCase.RUN, 999).length() + 6).isLessThanOrEqualTo(63);
  }

  @Test
  void traceAndFurtherVariablesAreHandedOn() {
    assertThat(container(job("environment.OTEL_TRACES_SAMPLER", "always_on")).getEnv())
        .contains(
            new EnvVar("TRACEPARENT", TRACE, null),
            new EnvVar("OTEL_TRACES_SAMPLER", "always_on", null));
  }

  @Test
  void gpusAreAskedForByCountAndProfile() {
    assertThat(container(job()).getResources().getRequests()).containsOnlyKeys("cpu", "memory");
    var resources =
        container(job("gpu.count", "1", "gpu.resource", "nvidia.com/mig-1g.10gb")).getResources();
    assertThat(resources.getRequests()).containsEntry("nvidia.com/mig-1g.10gb", new Quantity("1"));
    assertThat(resources.getLimits()).containsEntry("nvidia.com/mig-1g.10gb", new Quantity("1"));
  }

  @Test
  void placeOfWorkersIsAsConfigured() {
    PodSpec pod =
        pod(
            job(
                "node-selector.\"nvidia.com/gpu.product\"", "NVIDIA-H100",
                "tolerations[0].key", "nvidia.com/gpu",
                "tolerations[0].effect", "NoSchedule",
                "priority-class", "batch",
                "service-account", "other",
                "image-pull-policy", "Always",
                "grace-period", "90s"));
    assertThat(pod.getNodeSelector()).isEqualTo(Map.of("nvidia.com/gpu.product", "NVIDIA-H100"));
    assertThat(pod.getTolerations())
        .singleElement()
        .satisfies(
            toleration -> {
              assertThat(toleration.getKey()).isEqualTo("nvidia.com/gpu");
              assertThat(toleration.getOperator()).isEqualTo("Exists");
              assertThat(toleration.getEffect()).isEqualTo("NoSchedule");
            });
    assertThat(pod.getPriorityClassName()).isEqualTo("batch");
    assertThat(pod.getServiceAccountName()).isEqualTo("other");
    assertThat(pod.getContainers().getFirst().getImagePullPolicy()).isEqualTo("Always");
    assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(90);
  }

  @Test
  void jobEndsByItselfAndForgivesDisruptionsButNotWrongOptions() {
    Job job = job("deadline", "2h", "time-to-live", "5m", "backoff-limit", "1");
    var spec = job.getSpec();
    assertThat(spec.getParallelism()).isEqualTo(1);
    assertThat(spec.getCompletions()).isEqualTo(1);
    assertThat(spec.getSuspend()).isNull();
    assertThat(spec.getActiveDeadlineSeconds()).isEqualTo(7200);
    assertThat(spec.getTtlSecondsAfterFinished()).isEqualTo(300);
    assertThat(spec.getBackoffLimit()).isEqualTo(1);
    assertThat(pod(job).getRestartPolicy()).isEqualTo("Never");
    var rules = spec.getPodFailurePolicy().getRules();
    assertThat(rules).extracting(rule -> rule.getAction()).containsExactly("FailJob", "Ignore");
    assertThat(rules.getFirst().getOnExitCodes().getValues()).containsExactly(2);
    assertThat(rules.getFirst().getOnExitCodes().getContainerName())
        .isEqualTo(container(job).getName());
    assertThat(rules.getLast().getOnPodConditions().getFirst().getType())
        .isEqualTo("DisruptionTarget");
  }

  @Test
  void podKeepsToTheConventions() {
    for (Job job : List.of(job(), job("gpu.count", "1"))) {
      String name = job.getMetadata().getName();
      PodConventions.isRestricted(name, pod(job));
      PodConventions.hasNoToken(name, pod(job));
      PodConventions.requestsWhatItMayUse(name, pod(job));
      PodConventions.endsInItsOwnTime(name, pod(job));
    }
  }

  @Test
  void sameQuestionGivesTheSameJob() {
    assertThat(job("queue", "gpus")).isEqualTo(job("queue", "gpus"));
  }

  static Job job(String... settings) {
    return new WorkerJobs(Cluster.config(settings), false)
        .job(DEMAND, 1, 0, WorkerLabels.name(LauncherCase.RUN, 1) + "-0");
  }

  private static PodSpec pod(Job job) {
    return job.getSpec().getTemplate().getSpec();
  }

  private static Container container(Job job) {
    return pod(job).getContainers().getFirst();
  }
}
