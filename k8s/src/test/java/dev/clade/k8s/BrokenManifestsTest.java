package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: the manifests for production, broken in one place each. */
class BrokenManifestsTest {
  private static RenderedManifests production;

  @BeforeAll
  static void render() {
    production = RenderedManifests.of("overlays/prod");
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aRuleTellsWhoBreaksIt(Rule rule, String offender, Consumer<RenderedManifests> change) {
    RenderedManifests broken = production.copy();
    change.accept(broken);
    assertThat(rule.violations(broken)).containsExactly(offender + ": " + rule.words());
  }

  @Test
  void everyRuleIsBrokenHere() {
    Stream<Rule> rules =
        Stream.<Rule[]>of(PodRule.values(), MeshRule.values(), ProductionRule.values())
            .flatMap(Arrays::stream);
    assertThat(breaks().map(broken -> (Rule) broken.get()[0]).distinct())
        // The one that needs another object than those of production has a test of its own.
        .containsExactlyInAnyOrderElementsOf(
            rules.filter(rule -> rule != ProductionRule.BRINGS_NO_SECRETS).toList());
  }

  @Test
  void aSecretIsFound() {
    Secret secret = new Secret();
    secret.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMeta());
    secret.getMetadata().setName("s");
    assertThat(
            ProductionRule.BRINGS_NO_SECRETS.violations(new RenderedManifests("", List.of(secret))))
        .containsExactly("s: brings no secrets");
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        container(PodRule.HAS_PROBES_ON_SEPARATE_PATHS, c -> c.setStartupProbe(null)),
        container(
            PodRule.ASKS_QUARKUS_FOR_HEALTH,
            c -> c.getLivenessProbe().getHttpGet().setPath("/q/health")),
        container(
            PodRule.IS_RESTRICTED, c -> c.getSecurityContext().setReadOnlyRootFilesystem(false)),
        pod(PodRule.IS_RESTRICTED, p -> p.getSecurityContext().setSeccompProfile(null)),
        pod(PodRule.IS_RESTRICTED, p -> p.setHostNetwork(true)),
        pod(PodRule.IS_RESTRICTED, p -> p.setInitContainers(List.of(new Container()))),
        pod(PodRule.HAS_A_TOKEN_ONLY_TO_MAKE_JOBS, p -> p.setAutomountServiceAccountToken(null)),
        container(
            PodRule.REQUESTS_WHAT_IT_MAY_USE,
            c -> c.getResources().setLimits(Map.of("memory", new Quantity("9Gi")))),
        container(
            PodRule.REQUESTS_WHAT_IT_MAY_USE,
            c ->
                c.getResources()
                    .setLimits(Map.of("memory", new Quantity("2Gi"), "cpu", new Quantity("1")))),
        container(
            PodRule.LEAVES_ROOM_BESIDE_THE_HEAP,
            c -> variable(c, "JAVA_TOOL_OPTIONS").setValue("-XX:MaxRAMPercentage=90")),
        pod(
            PodRule.BOUNDS_SCRATCH_SPACE,
            p -> p.getVolumes().getFirst().getEmptyDir().setSizeLimit(null)),
        pod(PodRule.TAKES_NO_VARIABLES_OF_SERVICES, p -> p.setEnableServiceLinks(null)),
        pod(PodRule.HAS_TIME_TO_DRAIN, p -> p.setTerminationGracePeriodSeconds(30L)),
        container(PodRule.HAS_TIME_TO_DRAIN, c -> c.setLifecycle(null)),
        container(
            PodRule.MIGRATES_ONLY_APART,
            c -> c.getEnv().add(new EnvVar("QUARKUS_FLYWAY_MIGRATE_AT_START", "true", null))),
        container(
            PodRule.NAMES_SECRETS_BY_REFERENCE,
            c -> c.getEnv().add(new EnvVar("QUARKUS_REDIS_PASSWORD", "secret", null))),
        Arguments.of(
            MeshRule.IS_LABELLED_AS_PART_OF_CLADE,
            "clade-ingest-migration",
            (Consumer<RenderedManifests>)
                m -> m.named(Job.class, "clade-ingest-migration").getMetadata().setLabels(null)),
        service(MeshRule.SERVICES_ARE_HEADLESS, s -> s.getSpec().setClusterIP(null)),
        service(
            MeshRule.SERVICES_LEAD_TO_PODS, s -> s.getSpec().getPorts().getFirst().setPort(9999)),
        container(
            MeshRule.SCHEMAS_ARE_MIGRATED_BY_THE_SAME_IMAGE, c -> c.setImage("clade/other:1")),
        container(MeshRule.PODS_THAT_SERVE_DO_NOT_MIGRATE, c -> c.getEnvFrom().removeFirst()),
        container(
            MeshRule.A_NEWER_SCHEMA_SERVES,
            c ->
                c.getEnv()
                    .add(new EnvVar("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:none", null))),
        Arguments.of(
            MeshRule.JOBS_ARE_BOUNDED,
            "clade-ingest-migration",
            (Consumer<RenderedManifests>)
                m ->
                    m.named(Job.class, "clade-ingest-migration")
                        .getSpec()
                        .setActiveDeadlineSeconds(null)),
        Arguments.of(
            MeshRule.REFERENCES_LEAD_SOMEWHERE,
            "gone",
            (Consumer<RenderedManifests>)
                m ->
                    m.workload("clade-ingest")
                        .container()
                        .getEnvFrom()
                        .getFirst()
                        .getConfigMapRef()
                        .setName("gone")),
        container(ProductionRule.NAMES_IMAGES_BY_DIGEST, c -> c.setImage("clade/other:1")),
        scaler(ProductionRule.HAS_REPLICAS, s -> s.getSpec().setMinReplicas(1), "clade-valuation"),
        Arguments.of(
            ProductionRule.KEEPS_ONE_THROUGH_DISRUPTIONS,
            "clade-valuation",
            (Consumer<RenderedManifests>)
                m ->
                    m.named(PodDisruptionBudget.class, "clade-valuation")
                        .getSpec()
                        .setMinAvailable(new IntOrString(2))),
        Arguments.of(
            ProductionRule.IS_SPREAD_OVER_NODES_AND_ZONES,
            "clade-valuation",
            (Consumer<RenderedManifests>)
                m ->
                    m.workload("clade-valuation")
                        .pod()
                        .getTopologySpreadConstraints()
                        .removeLast()),
        scaler(
            ProductionRule.SCALERS_GOVERN,
            s -> s.getSpec().getBehavior().getScaleDown().setStabilizationWindowSeconds(7200),
            "clade-valuation"),
        Arguments.of(
            ProductionRule.SCALERS_GOVERN,
            "clade-valuation",
            (Consumer<RenderedManifests>)
                m -> m.named(Deployment.class, "clade-valuation").getSpec().setReplicas(2)),
        Arguments.of(
            ProductionRule.ROLLS_OUT_WITHOUT_A_GAP,
            "clade-valuation",
            (Consumer<RenderedManifests>)
                m -> m.named(Deployment.class, "clade-valuation").getSpec().setStrategy(null)),
        container(
            ProductionRule.IS_SAFE, c -> c.getReadinessProbe().getHttpGet().setScheme("HTTP")),
        container(ProductionRule.IS_SAFE, c -> c.getVolumeMounts().removeLast()));
  }

  @Test
  void anOverrideOfSafetyIsFoundInAllServices() {
    RenderedManifests broken = production.copy();
    broken
        .named(ConfigMap.class, "clade-mesh")
        .getData()
        .put("CLADE_UNSAFE_ALLOW", "PLAIN_TRANSPORT");
    assertThat(ProductionRule.IS_SAFE.violations(broken)).hasSize(3);
  }

  private static Arguments pod(Rule rule, Consumer<PodSpec> change) {
    return Arguments.of(
        rule,
        "clade-ingest",
        (Consumer<RenderedManifests>) m -> change.accept(m.workload("clade-ingest").pod()));
  }

  private static Arguments container(Rule rule, Consumer<Container> change) {
    return pod(rule, pod -> change.accept(pod.getContainers().getFirst()));
  }

  private static Arguments service(Rule rule, Consumer<Service> change) {
    return Arguments.of(
        rule,
        "clade-ingest",
        (Consumer<RenderedManifests>) m -> change.accept(m.named(Service.class, "clade-ingest")));
  }

  private static Arguments scaler(
      Rule rule, Consumer<HorizontalPodAutoscaler> change, String offender) {
    return Arguments.of(
        rule,
        offender,
        (Consumer<RenderedManifests>)
            m -> change.accept(m.named(HorizontalPodAutoscaler.class, offender)));
  }

  private static EnvVar variable(Container container, String name) {
    return container.getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
