package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.k8s.AdmissionPolicy;
import dev.clade.k8s.RenderedManifests;
import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers' credentials in Secrets: one a Job, made once, never read, gone with it. */
class WorkerSecretsTest extends LauncherCase {
  private static final String SECRETS = "/api/v1/namespaces/" + Cluster.NAMESPACE + "/secrets";

  @Test
  void everyJobGetsASecretThatItsPodsWaitForAndThatGoesWithIt() {
    restart(Cluster.NOW, "deadline", "2h");
    look(2);
    for (Job job : cluster.jobs()) {
      Secret secret = secretOf(job);
      assertThat(secret.getMetadata().getOwnerReferences())
          .singleElement()
          .satisfies(
              owner -> {
                assertThat(owner.getKind()).isEqualTo("Job");
                assertThat(owner.getUid()).isEqualTo(job.getMetadata().getUid());
              });
      assertThat(secret.getImmutable()).isTrue();
      assertThat(secret.getStringData()).containsOnlyKeys("token");
    }
    assertThat(secrets()).hasSize(2);
  }

  @Test
  void theCredentialIsForTheRunAndForAsLongAsTheJobMayLive() throws Exception {
    restart(Cluster.NOW, "deadline", "2h");
    look(1);
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKey(Cluster.KEY.publicKey())
            .setExpectedIssuer("clade-valuation")
            .setExpectedAudience("clade")
            .setEvaluationTime(NumericDate.fromSeconds(Cluster.NOW.getEpochSecond()))
            .build()
            .processToClaims(secretOf(cluster.jobs().getFirst()).getStringData().get("token"));
    assertThat(claims.getSubject()).isEqualTo(job(RUN, 1));
    assertThat(claims.getStringListClaimValue("roles")).containsExactly("worker");
    assertThat(claims.getStringClaimValue("valuation")).isEqualTo("valuations/" + RUN);
    assertThat(claims.getExpirationTime().getValue() - Cluster.NOW.getEpochSecond())
        .isEqualTo(2 * 3600 + 600);
  }

  @Test
  void aJobWhoseMakerEndedBeforeItsSecretGetsItFromTheNext() {
    look(1);
    client.secrets().inNamespace(Cluster.NAMESPACE).delete();
    restart(Cluster.NOW);
    look(1);
    assertThat(secretOf(cluster.jobs().getFirst())).isNotNull();
  }

  @Test
  void aSecretIsMadeOnceAndNeverRead() throws InterruptedException {
    look(1);
    look(1);
    look(1);
    int made = 0;
    for (int left = server.getRequestCount(); left > 0; left--) {
      var request = server.takeRequest();
      if (request.getPath().startsWith(SECRETS)) {
        assertThat(request.getMethod()).isEqualTo("POST");
        made++;
      }
    }
    assertThat(made).isEqualTo(1);
  }

  @Test
  void aSecretOfTheNameIsTakenToBeTheOneThatAnotherReplicaMade() {
    look(1);
    restart(Cluster.NOW);
    assertThat(look(1).reason()).isEqualTo(PendingReason.STARTING);
    assertThat(secrets()).hasSize(1);
  }

  @Test
  void aRefusedSecretIsToldOfAndTriedAgain() {
    server
        .expect()
        .post()
        .withPath(SECRETS)
        .andReturn(403, new StatusBuilder().withCode(403).withMessage("secrets forbidden").build())
        .once();
    assertThat(look(1).reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(secrets()).isEmpty();
    look(1);
    assertThat(secretOf(cluster.jobs().getFirst())).isNotNull();
  }

  @Test
  void aSuspendedJobGetsItsSecretWhenItsTimeBegins() {
    restart(Cluster.NOW, "queue", "gpus");
    look(1);
    assertThat(secrets()).isEmpty();
    cluster.changeJob(job(RUN, 1), job -> job.editSpec().withSuspend(false).endSpec());
    look(1);
    assertThat(secretOf(cluster.jobs().getFirst())).isNotNull();
  }

  @Test
  void withTlsTheAuthoritiesLieBesideTheToken(@TempDir Path folder) throws IOException {
    Path authorities = Files.writeString(folder.resolve("ca.crt"), "certificates");
    Clock clock = Clock.systemUTC();
    new KubernetesWorkerLauncher(
            client, Cluster.config(), Cluster.credentials(clock), Optional.of(authorities), clock)
        .reconcile(List.of(demand(RUN, 1)));
    Job job = cluster.jobs().getFirst();
    assertThat(secretOf(job).getStringData()).containsEntry("ca.crt", "certificates");
    assertThat(job.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv())
        .contains(
            new EnvVar("CLADE_TOKEN_FILE", "/etc/clade/worker/token", null),
            new EnvVar("CLADE_TLS_AUTHORITIES", "/etc/clade/worker/ca.crt", null));
  }

  @Test
  void thePolicyAdmitsCredentialsAndNoOtherSecrets() {
    AdmissionPolicy policy =
        AdmissionPolicy.of(RenderedManifests.of("../../k8s/workers"), "clade-worker-credentials");
    look(1);
    Secret good = secretOf(cluster.jobs().getFirst());
    assertThat(policy.refusals(good)).isEmpty();
    for (Secret bad :
        List.of(
            new SecretBuilder(good).withType("kubernetes.io/service-account-token").build(),
            new SecretBuilder(good).withImmutable(false).build(),
            new SecretBuilder(good).editMetadata().withLabels(Map.of()).endMetadata().build(),
            new SecretBuilder(good).editMetadata().withName("other").endMetadata().build(),
            new SecretBuilder(good)
                .editMetadata()
                .withOwnerReferences(List.of())
                .endMetadata()
                .build())) {
      assertThat(policy.refusals(bad)).hasSize(1);
    }
  }

  private Secret secretOf(Job job) {
    String name =
        job.getSpec().getTemplate().getSpec().getVolumes().stream()
            .filter(volume -> volume.getSecret() != null)
            .map((Volume volume) -> volume.getSecret().getSecretName())
            .findFirst()
            .orElseThrow();
    return client.secrets().inNamespace(Cluster.NAMESPACE).withName(name).get();
  }

  private List<Secret> secrets() {
    return client.secrets().inNamespace(Cluster.NAMESPACE).list().getItems();
  }
}
