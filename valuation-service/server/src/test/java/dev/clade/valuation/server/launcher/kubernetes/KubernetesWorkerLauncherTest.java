package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Jobs come, go, are taken over and replaced. */
class KubernetesWorkerLauncherTest extends LauncherCase {

  @Test
  void runGetsAJobAWorkerAndNoneTwice() {
    Launch launch = look(2);
    assertThat(launch.reason()).isEqualTo(PendingReason.STARTING);
    assertThat(launch.starting()).isEqualTo(2);
    look(2);
    assertThat(cluster.names()).containsExactly(job(RUN, 1), job(RUN, 2));
  }

  @Test
  void runningWorkersAreCounted() {
    look(2);
    cluster.pod(job(RUN, 1), Cluster.running());
    Launch launch = look(2);
    assertThat(launch.running()).isEqualTo(1);
    assertThat(launch.starting()).isEqualTo(1);
  }

  @Test
  void jobDeletedByHandIsMadeAnew() {
    look(2);
    String uid = cluster.jobs().getFirst().getMetadata().getUid();
    cluster.deleteJob(job(RUN, 1));
    look(2);
    assertThat(cluster.names()).containsExactly(job(RUN, 1), job(RUN, 2));
    assertThat(cluster.jobs().getFirst().getMetadata().getUid()).isNotEqualTo(uid);
  }

  @Test
  void restartedServiceTakesJobsOver() {
    look(3);
    List<String> uids = uids();
    restart(Cluster.NOW);
    look(3);
    assertThat(uids()).isEqualTo(uids);
  }

  @Test
  void jobThatAnotherReplicaMadeMeanwhileIsTakenOver() {
    look(1);
    List<String> uids = uids();
    JobClient late =
        new JobClient(
            client,
            Cluster.NAMESPACE,
            new WorkerSecrets(client, Cluster.credentials(Clock.systemUTC()), Optional.empty()));
    Job same = new WorkerJobs(Cluster.config(), false).job(demand(RUN, 1), 1, 0, "credential");
    assertThat(late.create(same, RUN)).isEmpty();
    assertThat(uids()).isEqualTo(uids);
  }

  @Test
  void jobOfSomebodyElseWithTheNameIsLeftAndToldOf() {
    client
        .resource(
            new JobBuilder()
                .withNewMetadata()
                .withName(job(RUN, 1))
                .withNamespace(Cluster.NAMESPACE)
                .endMetadata()
                .build())
        .create();
    Launch launch = look(1);
    assertThat(launch.reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(launch.message()).contains(job(RUN, 1), "not made");
    launcher.reconcile(List.of());
    assertThat(cluster.names()).containsExactly(job(RUN, 1));
  }

  @Test
  void endedRunLeavesNoJobAlsoAfterARestart() {
    look(3);
    launcher.reconcile(List.of(demand(OTHER, 1)));
    assertThat(cluster.names()).containsExactly(job(OTHER, 1));
    restart(Cluster.NOW);
    assertThat(launcher.reconcile(List.of())).isEmpty();
    assertThat(cluster.names()).isEmpty();
  }

  @Test
  void jobsAreRemovedWithTheirPodsAndOnlyAsTheyWereRead() throws InterruptedException {
    look(1);
    launcher.reconcile(List.of());
    String body = server.getLastRequest().getBody().readUtf8();
    assertThat(server.getLastRequest().getMethod()).isEqualTo("DELETE");
    assertThat(body)
        .contains("\"propagationPolicy\":\"Background\"")
        .contains("\"resourceVersion\"");
  }

  @Test
  void leastAdvancedWorkersAreLetGoFirst() {
    look(3);
    cluster.pod(job(RUN, 1), Cluster.waiting("ContainerCreating", null));
    cluster.pod(job(RUN, 2), Cluster.running());
    look(2);
    assertThat(cluster.names()).containsExactly(job(RUN, 1), job(RUN, 2));
    look(1);
    assertThat(cluster.names()).containsExactly(job(RUN, 2));
  }

  @Test
  void runOfHigherPriorityTakesOverAndTheOtherWaitsForItsTurn() {
    look(3);
    Map<UUID, Launch> launches =
        launcher.reconcile(List.of(demand(RUN, 9), new RunDemand(OTHER, 1, 1, 9, "", "")));
    assertThat(launches.get(RUN).reason()).isEqualTo(PendingReason.WAITING_FOR_TURN);
    assertThat(cluster.names()).containsExactly(job(OTHER, 1), job(OTHER, 2), job(OTHER, 3));
  }

  @Test
  void customTrainerHasItsImageOrIsToldThatItHasNone() {
    restart(Cluster.NOW, "custom-images.gan", "clade/gan:7");
    Map<UUID, Launch> launches =
        launcher.reconcile(
            List.of(
                new RunDemand(RUN, 0, 1, 1, "gan", ""), new RunDemand(OTHER, 0, 1, 1, "vae", "")));
    assertThat(image(cluster.jobs().getFirst())).isEqualTo("clade/gan:7");
    assertThat(launches.get(OTHER).reason()).isEqualTo(PendingReason.NO_WORKERS);
    assertThat(launches.get(OTHER).message()).contains("\"vae\"");
    assertThat(cluster.jobs()).hasSize(1);
  }

  @Test
  void failedJobIsToldOfAndMadeAnewAfterPausesThatDouble() {
    look(1);
    Instant now = Cluster.NOW;
    for (int failures = 0; failures < 4; failures++) {
      cluster.endJob(job(RUN, 1), "Failed", "BackoffLimitExceeded", now);
      Instant over = now.plus(Duration.ofSeconds(10L << failures));
      restart(over.minusSeconds(1));
      Launch launch = look(1);
      assertThat(launch.reason()).isEqualTo(PendingReason.MISCONFIGURED);
      assertThat(launch.message()).contains("BackoffLimitExceeded", "as the controller says");
      restart(over);
      assertThat(look(1).reason()).isEqualTo(PendingReason.STARTING);
      assertThat(cluster.jobs().getFirst().getMetadata().getAnnotations())
          .containsEntry("clade.dev/earlier-failures", Integer.toString(failures + 1));
      now = over;
    }
  }

  @Test
  void jobThatLivedItsTimeIsReplacedAsIfNothingHadFailed() {
    look(1);
    String uid = uids().getFirst();
    cluster.endJob(job(RUN, 1), "Failed", "DeadlineExceeded", Cluster.NOW);
    assertThat(look(1).reason()).isEqualTo(PendingReason.STARTING);
    assertThat(uids()).containsExactly(uid);
    restart(Cluster.NOW.plusSeconds(10));
    look(1);
    assertThat(uids()).doesNotContain(uid).hasSize(1);
    assertThat(cluster.jobs().getFirst().getMetadata().getAnnotations())
        .containsEntry("clade.dev/earlier-failures", "0");
  }

  @Test
  void jobWhosePodIsStuckOnALostNodeIsReplaced() {
    look(1);
    String uid = uids().getFirst();
    cluster.podStuckOnItsNode(job(RUN, 1));
    look(1);
    assertThat(uids()).containsExactly(uid);
    // What is left of the pod does not count for the new Job.
    restart(Instant.now().plus(Duration.ofMinutes(2)));
    look(1);
    assertThat(uids()).doesNotContain(uid).hasSize(1);
    List<String> after = uids();
    look(1);
    assertThat(uids()).isEqualTo(after);
  }

  @Test
  void evictedPodIsLeftToKubernetes() {
    look(1);
    List<String> uids = uids();
    cluster.pod(
        job(RUN, 1),
        new PodStatusBuilder()
            .withPhase("Failed")
            .withConditions(
                Cluster.condition(
                    "DisruptionTarget", "True", "EvictionByEvictionAPI", "drained by an admin"))
            .build());
    Launch launch = look(1);
    assertThat(launch.reason()).isEqualTo(PendingReason.STARTING);
    assertThat(launch.message()).contains("EvictionByEvictionAPI", "drained by an admin");
    assertThat(uids()).isEqualTo(uids);
  }

  private List<String> uids() {
    return cluster.jobs().stream().map(job -> job.getMetadata().getUid()).toList();
  }

  private static String image(Job job) {
    return job.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage();
  }
}
