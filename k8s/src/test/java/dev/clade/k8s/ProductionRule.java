package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conventions of what is for production. */
enum ProductionRule implements Rule {
  /** Passwords are brought by operators. */
  BRINGS_NO_SECRETS(
      m -> m.ofType(Secret.class).stream().map(secret -> secret.getMetadata().getName())),
  /** Images cannot be exchanged behind a name. */
  NAMES_IMAGES_BY_DIGEST(
      m ->
          m.workloads().stream()
              .filter(w -> !w.container().getImage().matches(".+@sha256:[0-9a-f]{64}"))
              .map(Workload::name)),
  /** A service that can have more than one pod has two or more. */
  HAS_REPLICAS(
      m ->
          replicated(m)
              .filter(w -> scaler(m, w).map(s -> s.getSpec().getMinReplicas()).orElse(0) < 2)
              .map(Workload::name)),
  /** Of which one stays while nodes are drained, and not all: drains would wait for ever. */
  KEEPS_ONE_THROUGH_DISRUPTIONS(
      m -> replicated(m).filter(w -> !hasBudget(m, w)).map(Workload::name)),
  /** On different nodes, and if possible in different zones. */
  IS_SPREAD_OVER_NODES_AND_ZONES(m -> replicated(m).filter(w -> !isSpread(w)).map(Workload::name)),
  /** The scaler alone says how many, within an hour, by a request that is there. */
  SCALERS_GOVERN(
      m ->
          m.ofType(HorizontalPodAutoscaler.class).stream()
              .filter(scaler -> !governs(scaler, m))
              .map(scaler -> scaler.getMetadata().getName())),
  /** A rollout takes no pod away before there is another. */
  ROLLS_OUT_WITHOUT_A_GAP(
      m ->
          m.ofType(Deployment.class).stream()
              .filter(
                  deployment ->
                      Optional.ofNullable(deployment.getSpec().getStrategy())
                          .map(strategy -> strategy.getRollingUpdate())
                          .map(rolling -> rolling.getMaxUnavailable().getIntVal())
                          .filter(number -> number == 0)
                          .isEmpty())
              .map(deployment -> deployment.getMetadata().getName())),
  /** Encrypted, with tokens, without reflection, and nothing overridden. */
  IS_SAFE(
      m ->
          m.workloads().stream()
              .filter(Workload::isService)
              .filter(service -> !isSafe(service, m))
              .map(Workload::name));

  private static final Map<String, String> SAFE =
      Map.of(
          "QUARKUS_PROFILE", "prod,mtls",
          "CLADE_ACCESS_KIND", "tokens",
          "CLADE_REFLECTION", "false",
          "CLADE_TLS_CERTIFICATE", "/etc/clade/tls/tls.crt",
          "CLADE_TLS_KEY", "/etc/clade/tls/tls.key",
          "CLADE_TLS_AUTHORITIES", "/etc/clade/tls/ca.crt");

  private final Function<RenderedManifests, Stream<String>> offenders;

  ProductionRule(Function<RenderedManifests, Stream<String>> offenders) {
    this.offenders = offenders;
  }

  @Override
  public List<String> violations(RenderedManifests manifests) {
    return offenders.apply(manifests).map(name -> "%s: %s".formatted(name, words())).toList();
  }

  /** Uploads wait on a disk of one pod of ingest. */
  private static Stream<Workload> replicated(RenderedManifests manifests) {
    return manifests.workloads().stream()
        .filter(workload -> Set.of("clade-lineage", "clade-valuation").contains(workload.name()));
  }

  private static Optional<HorizontalPodAutoscaler> scaler(RenderedManifests m, Workload workload) {
    return m.ofType(HorizontalPodAutoscaler.class).stream()
        .filter(
            scaler ->
                scaler.getSpec().getScaleTargetRef().getName().equals(workload.name())
                    && scaler
                        .getSpec()
                        .getScaleTargetRef()
                        .getKind()
                        .equals(workload.object().getKind()))
        .findFirst();
  }

  private static boolean hasBudget(RenderedManifests m, Workload workload) {
    return m.ofType(PodDisruptionBudget.class).stream()
        .map(budget -> budget.getSpec())
        .filter(
            budget ->
                workload
                    .labels()
                    .entrySet()
                    .containsAll(budget.getSelector().getMatchLabels().entrySet()))
        .anyMatch(
            budget ->
                budget.getMinAvailable().getIntVal() >= 1
                    && budget.getMinAvailable().getIntVal()
                        < scaler(m, workload).map(s -> s.getSpec().getMinReplicas()).orElse(0));
  }

  private static boolean isSpread(Workload workload) {
    return workload.pod().getTopologySpreadConstraints().stream()
        .filter(
            spread ->
                workload
                    .labels()
                    .entrySet()
                    .containsAll(spread.getLabelSelector().getMatchLabels().entrySet()))
        .map(spread -> spread.getTopologyKey())
        .collect(Collectors.toSet())
        .equals(Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"));
  }

  private static boolean governs(HorizontalPodAutoscaler scaler, RenderedManifests m) {
    Predicate<Integer> isBounded = seconds -> seconds > 0 && seconds <= 3600;
    return m.workloads().stream()
            .filter(workload -> scaler(m, workload).filter(scaler::equals).isPresent())
            .anyMatch(workload -> workload.replicas().isEmpty())
        && scaler.getSpec().getMinReplicas() < scaler.getSpec().getMaxReplicas()
        && isBounded.test(
            scaler.getSpec().getBehavior().getScaleDown().getStabilizationWindowSeconds())
        && scaler.getSpec().getMetrics().getFirst().getResource().getName().equals("cpu");
  }

  private static boolean isSafe(Workload service, RenderedManifests m) {
    Map<String, String> settings = MeshRule.settings(service, m);
    return settings.entrySet().containsAll(SAFE.entrySet())
        && !settings.containsKey("CLADE_UNSAFE_ALLOW")
        && service.container().getVolumeMounts().stream()
            .anyMatch(mount -> mount.getMountPath().equals("/etc/clade/tls"))
        && Stream.of(
                service.container().getStartupProbe(),
                service.container().getLivenessProbe(),
                service.container().getReadinessProbe())
            .allMatch(probe -> "HTTPS".equals(probe.getHttpGet().getScheme()));
  }
}
