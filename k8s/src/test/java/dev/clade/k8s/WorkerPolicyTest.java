package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
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

/**
 * Images by digest, and credentials of workers. What else Jobs of workers are held to is tested
 * with the launcher's own Jobs, in the valuation service.
 */
class WorkerPolicyTest {
  private static final String JOB = "clade-worker-0b3c8bf2-2f5a-4d3a-9d0c-7a4f2f6f1c11-1";
  private static final String DIGEST = "@sha256:" + "4f".repeat(32);
  private static RenderedManifests prod;

  @BeforeAll
  static void render() {
    prod = RenderedManifests.of("overlays/prod");
  }

  @Test
  void inProductionAWorkersImageIsOfTheRegistryAndByDigest() {
    String digest = "a worker's image must be named by digest, as in registry/name@sha256:...";
    String registry =
        "a worker's image must begin with one of imagePrefixes in the ConfigMap"
            + " clade-worker-policy";
    AdmissionPolicy policy = AdmissionPolicy.of(prod);
    assertThat(policy.refusals(job("registry.example.com/clade/w" + DIGEST)))
        .doesNotContain(digest, registry);
    assertThat(policy.refusals(job("registry.example.com/clade/w:1"))).contains(digest);
    assertThat(policy.refusals(job("registry.example.com/clade/w@sha256:" + "0".repeat(64))))
        .contains(digest);
    assertThat(policy.refusals(job("registry.example.com/other/w" + DIGEST))).contains(registry);
    assertThat(policy.refusals(job("elsewhere/registry.example.com/clade/w" + DIGEST)))
        .contains(registry);
  }

  @Test
  void aWorkerMayMountSecretsThatBeginWithTheNameOfItsJobAlone() {
    AdmissionPolicy policy = AdmissionPolicy.of(prod);
    assertThat(policy.refusals(mounting(JOB + "-a1"))).noneMatch(text -> text.contains("volumes"));
    for (String other : List.of(JOB, JOB + "1-a1", JOB.replace("-1", "-2") + "-a1", "pull")) {
      assertThat(policy.refusals(mounting(other))).anyMatch(text -> text.contains("volumes"));
    }
  }

  @Test
  void aJobIsNamedAfterARunSoThatNoOtherSecretsBeginLikeIt() {
    String rule = "a worker's Job must be named after a run";
    AdmissionPolicy policy = AdmissionPolicy.of(prod);
    Job job = job("i");
    assertThat(policy.refusals(job)).doesNotContain(rule);
    for (String name : List.of("registry", "clade-worker-1", JOB + "-2", "x" + JOB)) {
      job.getMetadata().setName(name);
      assertThat(policy.refusals(job)).contains(rule);
    }
  }

  @Test
  void aWorkerDoesNotGoBeforeTheClustersOwnPods() {
    String rule = "a worker must not go before the cluster's own pods";
    AdmissionPolicy policy = AdmissionPolicy.of(prod);
    Job job = job("i");
    assertThat(policy.refusals(job)).doesNotContain(rule);
    job.getSpec().getTemplate().getSpec().setPriorityClassName("clade-workers");
    assertThat(policy.refusals(job)).doesNotContain(rule);
    job.getSpec().getTemplate().getSpec().setPriorityClassName("system-node-critical");
    assertThat(policy.refusals(job)).contains(rule);
  }

  @Test
  void theServiceMakesCredentialsOfItsWorkersAlone() {
    AdmissionPolicy policy = AdmissionPolicy.of(prod, "clade-worker-credentials");
    assertThat(policy.refusals(credential().build())).isEmpty();
    SecretBuilder token = credential().withType("kubernetes.io/service-account-token");
    assertThat(policy.refusals(token.build())).hasSize(1);
    // Whoever else may make Secrets makes what they like.
    assertThat(policy.refusals(token.build(), "admin")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("otherSecrets")
  void everyOtherSecretOfTheServiceIsRefused(String rule, Consumer<SecretBuilder> change) {
    SecretBuilder secret = credential();
    change.accept(secret);
    assertThat(AdmissionPolicy.of(prod, "clade-worker-credentials").refusals(secret.build()))
        .singleElement()
        .asString()
        .contains(rule);
  }

  @Test
  void everyRuleOfCredentialsIsTriedHere() {
    assertThat(AdmissionPolicy.of(prod, "clade-worker-credentials").messages())
        .allSatisfy(
            message ->
                assertThat(otherSecrets().map(each -> (String) each.get()[0]))
                    .anyMatch(message::contains));
  }

  static Stream<Arguments> otherSecrets() {
    return Stream.of(
        other("opaque", s -> s.withType("kubernetes.io/service-account-token")),
        other("opaque", s -> s.withType("kubernetes.io/dockerconfigjson")),
        other("not change", s -> s.withImmutable(false)),
        other("belong to the Job", s -> s.editMetadata().withOwnerReferences().endMetadata()),
        other("belong to the Job", s -> s.editMetadata().withName("pull").endMetadata()),
        other(
            "belong to the Job",
            s ->
                s.editMetadata()
                    .editFirstOwnerReference()
                    .withKind("Pod")
                    .endOwnerReference()
                    .endMetadata()),
        other("labelled", s -> s.editMetadata().withLabels(null).endMetadata()),
        other(
            "labelled",
            s -> s.editMetadata().addToLabels("app.kubernetes.io/managed-by", "x").endMetadata()));
  }

  private static Arguments other(String rule, Consumer<SecretBuilder> change) {
    return Arguments.of(rule, change);
  }

  private static SecretBuilder credential() {
    return new SecretBuilder(new Secret())
        .withType("Opaque")
        .withImmutable(true)
        .withNewMetadata()
        .withName(JOB + "-a1")
        .addToLabels("app.kubernetes.io/part-of", "clade")
        .addToLabels("app.kubernetes.io/managed-by", "clade-valuation")
        .addNewOwnerReference()
        .withApiVersion("batch/v1")
        .withKind("Job")
        .withName(JOB)
        .withUid("u")
        .endOwnerReference()
        .endMetadata();
  }

  private static Job job(String image) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(JOB)
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .withNewSpec()
        .withContainers(new ContainerBuilder().withImage(image).build())
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static Job mounting(String secret) {
    return new JobBuilder(job("i"))
        .editSpec()
        .editTemplate()
        .editSpec()
        .addNewVolume()
        .withName("credential")
        .withNewSecret()
        .withSecretName(secret)
        .endSecret()
        .endVolume()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }
}
