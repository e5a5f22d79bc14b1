package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
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
  private static final String SERVICE = "system:serviceaccount:clade:clade-valuation";
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
  void aWorkerMayReadTheSecretThatIsNamedLikeItsJobAndNoOther() {
    AdmissionPolicy policy = AdmissionPolicy.of(prod);
    for (String secret : new String[] {"job-1", "job-2"}) {
      Job mounts = job("i");
      mounts
          .getSpec()
          .getTemplate()
          .getSpec()
          .getVolumes()
          .add(new VolumeBuilder().withNewSecret().withSecretName(secret).endSecret().build());
      Job reads = job("i");
      reads
          .getSpec()
          .getTemplate()
          .getSpec()
          .getContainers()
          .set(
              0,
              new ContainerBuilder()
                  .withImage("i")
                  .addNewEnv()
                  .withName("S")
                  .withNewValueFrom()
                  .withNewSecretKeyRef("token", secret, false)
                  .endValueFrom()
                  .endEnv()
                  .build());
      boolean isOther = secret.equals("job-2");
      assertThat(policy.refusals(mounts).stream().anyMatch(text -> text.contains("volumes")))
          .isEqualTo(isOther);
      assertThat(policy.refusals(reads).stream().anyMatch(text -> text.contains("read secrets")))
          .isEqualTo(isOther);
    }
  }

  @Test
  void theServiceMakesCredentialsOfItsWorkersAlone() {
    AdmissionPolicy policy = AdmissionPolicy.of(prod, "clade-worker-credentials");
    assertThat(policy.refusals(credential().build(), SERVICE)).isEmpty();
    SecretBuilder token = credential().withType("kubernetes.io/service-account-token");
    assertThat(policy.refusals(token.build(), SERVICE)).hasSize(1);
    // Whoever else may make Secrets makes what they like.
    assertThat(policy.refusals(token.build(), "admin")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("otherSecrets")
  void everyOtherSecretOfTheServiceIsRefused(String rule, Consumer<SecretBuilder> change) {
    SecretBuilder secret = credential();
    change.accept(secret);
    assertThat(
            AdmissionPolicy.of(prod, "clade-worker-credentials").refusals(secret.build(), SERVICE))
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
        other("type Opaque", s -> s.withType("kubernetes.io/service-account-token")),
        other("type Opaque", s -> s.withType("kubernetes.io/dockerconfigjson")),
        other("belong to the Job", s -> s.editMetadata().withOwnerReferences().endMetadata()),
        other("belong to the Job", s -> s.editMetadata().withName("job-2").endMetadata()),
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
        .withNewMetadata()
        .withName("job-1")
        .addToLabels("app.kubernetes.io/part-of", "clade")
        .addToLabels("app.kubernetes.io/managed-by", "clade-valuation")
        .addNewOwnerReference()
        .withApiVersion("batch/v1")
        .withKind("Job")
        .withName("job-1")
        .withUid("u")
        .endOwnerReference()
        .endMetadata();
  }

  private static Job job(String image) {
    return new JobBuilder()
        .withNewMetadata()
        .withName("job-1")
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
}
