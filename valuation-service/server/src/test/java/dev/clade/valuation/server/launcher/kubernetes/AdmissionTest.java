package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.k8s.AdmissionPolicy;
import dev.clade.k8s.RenderedManifests;
import dev.clade.valuation.server.domain.RunDemand;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpecFluent;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's admission policy takes the launcher's Jobs, and none with anything changed. */
class AdmissionTest {
  private static AdmissionPolicy policy;

  @BeforeAll
  static void render() {
    policy = AdmissionPolicy.of(RenderedManifests.of("../../k8s/workers"));
  }

  @Test
  void jobsOfTheLauncherAreAdmitted() {
    for (Job job :
        List.of(
            WorkerJobsTest.job(),
            WorkerJobsTest.job("gpu.count", "2"),
            WorkerJobsTest.job("gpu.count", "1", "gpu.resource", "nvidia.com/mig-1g.10gb"),
            WorkerJobsTest.job("queue", "gpus"),
            custom("clade/gan:7"))) {
      assertThat(policy.refusals(job)).isEmpty();
    }
  }

  @Test
  void imageFromElsewhereIsRefused() {
    assertThat(policy.refusals(custom("elsewhere/clade/gan:7")))
        .containsExactly(
            "a worker's image must begin with one of imagePrefixes in the ConfigMap"
                + " clade-worker-policy");
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everySingleViolationIsRefused(String rule, Consumer<JobBuilder> violation) {
    JobBuilder job = new JobBuilder(WorkerJobsTest.job());
    violation.accept(job);
    assertThat(policy.refusals(job.build())).singleElement().asString().contains(rule);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        job("labelled", job -> job.editMetadata().withLabels(null).endMetadata()),
        job(
            "labelled",
            job -> job.editMetadata().addToLabels("clade.dev/valuation", "x").endMetadata()),
        job(
            "labelled",
            job ->
                job.editSpec()
                    .editTemplate()
                    .editMetadata()
                    .removeFromLabels("app.kubernetes.io/part-of")
                    .endMetadata()
                    .endTemplate()
                    .endSpec()),
        job("one pod at a time", job -> job.editSpec().withParallelism(9).endSpec()),
        job("deadline", job -> job.editSpec().withActiveDeadlineSeconds(null).endSpec()),
        job("time to live", job -> job.editSpec().withTtlSecondsAfterFinished(null).endSpec()),
        pod("account clade-worker", pod -> pod.withServiceAccountName("default")),
        pod("account clade-worker", pod -> pod.withServiceAccountName(null)),
        pod("token", pod -> pod.withAutomountServiceAccountToken(true)),
        pod("token", pod -> pod.withAutomountServiceAccountToken(null)),
        pod("one container", pod -> pod.addNewInitContainer().withName("i").endInitContainer()),
        pod("one container", pod -> pod.addNewContainer().withName("second").endContainer()),
        pod("network", pod -> pod.withHostNetwork(true)),
        pod("network", pod -> pod.withHostPID(true)),
        pod("network", pod -> pod.withHostIPC(true)),
        container("network", c -> c.addNewPort().withContainerPort(1).withHostPort(1).endPort()),
        pod("scheduler", pod -> pod.withNodeName("node-1")),
        volume(new VolumeBuilder().withName("v").withNewHostPath("/", "")),
        volume(new VolumeBuilder().withName("v").withNewSecret().endSecret()),
        volume(
            new VolumeBuilder()
                .withName("v")
                .withNewSecret()
                .withSecretName(WorkerLabels.name(LauncherCase.RUN, 2) + "-1")
                .endSecret()),
        volume(new VolumeBuilder().withName("v").withNewProjected().endProjected()),
        volume(new VolumeBuilder().withName("v").withNewConfigMap().endConfigMap()),
        container("secrets", c -> c.addNewEnvFrom().withNewSecretRef("s", false).endEnvFrom()),
        container(
            "secrets",
            c ->
                c.addToEnv(
                    new EnvVarBuilder()
                        .withName("S")
                        .withNewValueFrom()
                        .withNewSecretKeyRef("k", "s", false)
                        .endValueFrom()
                        .build())),
        pod("root", pod -> pod.editSecurityContext().withRunAsNonRoot(null).endSecurityContext()),
        pod("root", pod -> pod.editSecurityContext().withRunAsUser(0L).endSecurityContext()),
        container("root", c -> c.editSecurityContext().withRunAsUser(0L).endSecurityContext()),
        container(
            "root", c -> c.editSecurityContext().withRunAsNonRoot(false).endSecurityContext()),
        pod(
            "seccomp",
            pod -> pod.editSecurityContext().withSeccompProfile(null).endSecurityContext()),
        container(
            "seccomp",
            c ->
                c.editSecurityContext()
                    .withNewSeccompProfile(null, "Unconfined")
                    .endSecurityContext()),
        container(
            "gain privileges",
            c -> c.editSecurityContext().withPrivileged(true).endSecurityContext()),
        container(
            "gain privileges",
            c -> c.editSecurityContext().withAllowPrivilegeEscalation(null).endSecurityContext()),
        container(
            "write to its image",
            c -> c.editSecurityContext().withReadOnlyRootFilesystem(false).endSecurityContext()),
        container(
            "capabilities",
            c -> c.editSecurityContext().withCapabilities(null).endSecurityContext()),
        container(
            "capabilities",
            c ->
                c.editSecurityContext()
                    .editCapabilities()
                    .addToAdd("NET_ADMIN")
                    .endCapabilities()
                    .endSecurityContext()));
  }

  private static Job custom(String image) {
    return new WorkerJobs(Cluster.config("custom-images.gan", image), true)
        .job(
            new RunDemand(LauncherCase.RUN, 0, 1, 1, "gan", ""),
            1,
            0,
            WorkerLabels.name(LauncherCase.RUN, 1) + "-0");
  }

  private static Arguments job(String rule, Consumer<JobBuilder> violation) {
    return Arguments.of(rule, violation);
  }

  private static Arguments pod(String rule, Consumer<PodSpecFluent<?>> violation) {
    return job(
        rule,
        job -> {
          var pod = job.editSpec().editTemplate().editSpec();
          violation.accept(pod);
          pod.endSpec().endTemplate().endSpec();
        });
  }

  private static Arguments container(String rule, Consumer<ContainerBuilder> violation) {
    return pod(
        rule,
        pod -> {
          ContainerBuilder container = new ContainerBuilder(pod.buildFirstContainer());
          violation.accept(container);
          pod.withContainers(container.build());
        });
  }

  private static Arguments volume(VolumeBuilder volume) {
    return pod("volumes", pod -> pod.addToVolumes(volume.build()));
  }
}
