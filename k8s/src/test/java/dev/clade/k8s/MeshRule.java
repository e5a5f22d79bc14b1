package dev.clade.k8s;

import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conventions of how the parts fit together, in every overlay. */
enum MeshRule implements Rule {
  /** Of every object one can tell that it is Clade's. */
  IS_LABELLED_AS_PART_OF_CLADE(
      m ->
          m.objects().stream()
              .map(object -> object.getMetadata())
              .filter(
                  metadata ->
                      metadata.getLabels() == null
                          || !"clade".equals(metadata.getLabels().get("app.kubernetes.io/part-of")))
              .map(metadata -> metadata.getName())),
  /** One virtual address would send all calls of a connection to one pod. */
  SERVICES_ARE_HEADLESS(
      m ->
          m.ofType(Service.class).stream()
              .filter(service -> !"None".equals(service.getSpec().getClusterIP()))
              .map(service -> service.getMetadata().getName())),
  /** Every Service leads to a port that its pods have, by the same number. */
  SERVICES_LEAD_TO_PODS(
      m ->
          m.ofType(Service.class).stream()
              .filter(service -> !leadsToPods(service, m))
              .map(service -> service.getMetadata().getName())),
  /** Every service has a Job that migrates its schema with the very image that serves. */
  SCHEMAS_ARE_MIGRATED_BY_THE_SAME_IMAGE(
      m ->
          m.workloads().stream()
              .filter(Workload::isService)
              .filter(
                  service ->
                      m.workloads().stream()
                          .filter(Workload::isMigration)
                          .filter(job -> job.name().equals(service.name() + "-migration"))
                          .noneMatch(
                              job ->
                                  job.container()
                                      .getImage()
                                      .equals(service.container().getImage())))
              .map(Workload::name)),
  /** A pod that serves never changes a schema. */
  PODS_THAT_SERVE_DO_NOT_MIGRATE(
      m ->
          m.workloads().stream()
              .filter(Workload::isService)
              .filter(
                  service ->
                      !"false".equals(settings(service, m).get("QUARKUS_FLYWAY_MIGRATE_AT_START")))
              .map(Workload::name)),
  /** While a version is rolled out, or taken back, the schema is one that is not known yet. */
  A_NEWER_SCHEMA_SERVES(
      m ->
          m.workloads().stream()
              .filter(w -> w.isService() || w.isMigration())
              .filter(
                  w ->
                      w.variable(Flyway.FUTURE)
                          .or(() -> Optional.ofNullable(settings(w, m).get(Flyway.FUTURE)))
                          .filter("*:future"::equals)
                          .isEmpty())
              .map(Workload::name)),
  /** Jobs end by themselves, go away, and do not take a drained node for a failure. */
  JOBS_ARE_BOUNDED(
      m ->
          m.ofType(Job.class).stream()
              .filter(
                  job ->
                      job.getSpec().getBackoffLimit() == null
                          || job.getSpec().getActiveDeadlineSeconds() == null
                          || job.getSpec().getTtlSecondsAfterFinished() == null
                          || job.getSpec().getPodFailurePolicy() == null)
              .map(job -> job.getMetadata().getName())),
  /** What pods refer to is there, or is listed as what operators bring. */
  REFERENCES_LEAD_SOMEWHERE(MeshRule::dangling);

  /** What operators bring, as docs/operations.md lists it. */
  static final Set<String> OPERATORS =
      Set.of("clade-stores", "clade-postgres", "clade-redis", "clade-issuer", "clade-payout-key");

  private final Function<RenderedManifests, Stream<String>> offenders;

  /** Settings of Flyway. */
  private static final class Flyway {
    static final String FUTURE = "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS";
  }

  MeshRule(Function<RenderedManifests, Stream<String>> offenders) {
    this.offenders = offenders;
  }

  @Override
  public List<String> violations(RenderedManifests manifests) {
    return offenders.apply(manifests).map(name -> "%s: %s".formatted(name, words())).toList();
  }

  /** Returns the variables that a service reads from ConfigMaps of the manifests. */
  static Map<String, String> settings(Workload service, RenderedManifests manifests) {
    Set<String> maps =
        service.container().getEnvFrom().stream()
            .filter(source -> source.getConfigMapRef() != null)
            .map(source -> source.getConfigMapRef().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    return manifests.ofType(ConfigMap.class).stream()
        .filter(map -> maps.contains(map.getMetadata().getName()))
        .flatMap(map -> map.getData().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean leadsToPods(Service service, RenderedManifests manifests) {
    return manifests.workloads().stream()
        .filter(
            workload ->
                workload
                    .labels()
                    .entrySet()
                    .containsAll(service.getSpec().getSelector().entrySet()))
        .map(
            workload ->
                workload.container().getPorts().stream()
                    .collect(
                        Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort)))
        .anyMatch(
            ports ->
                service.getSpec().getPorts().stream()
                    .allMatch(
                        port ->
                            port.getPort().equals(ports.get(port.getTargetPort().getStrVal()))));
  }

  private static Stream<String> dangling(RenderedManifests manifests) {
    Set<String> missing = References.of(manifests);
    missing.removeAll(OPERATORS);
    manifests.objects().stream()
        .filter(object -> Set.of("ConfigMap", "Secret").contains(object.getKind()))
        .forEach(object -> missing.remove(object.getMetadata().getName()));
    manifests
        .ofType(Certificate.class)
        .forEach(certificate -> missing.remove(certificate.getSpec().getSecretName()));
    return missing.stream();
  }
}
