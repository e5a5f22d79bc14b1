package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conventions of every pod that manifests make, in every overlay. */
enum PodRule implements Rule {
  /** All three probes; over HTTP each asks for a path of its own. */
  HAS_PROBES_ON_SEPARATE_PATHS(w -> !w.isServing() || hasProbes(w.container())),
  /** Only readiness asks for the database, and services say so by these paths. */
  ASKS_QUARKUS_FOR_HEALTH(
      w ->
          !w.isService()
              || probes(w.container())
                  .map(probe -> probe.getHttpGet().getPath())
                  .toList()
                  .equals(List.of("/q/health/started", "/q/health/live", "/q/health/ready"))),
  /** The restricted profile, and no writing to images. */
  IS_RESTRICTED(w -> keepsTo(() -> PodConventions.isRestricted(w.name(), w.pod()))),
  /** Whoever calls Kubernetes says so by an account of its own; nobody else gets a token. */
  HAS_A_TOKEN_ONLY_TO_MAKE_JOBS(
      w ->
          w.name().equals("clade-valuation")
              ? "clade-valuation".equals(w.pod().getServiceAccountName())
              : Boolean.FALSE.equals(w.pod().getAutomountServiceAccountToken())
                  && w.pod().getServiceAccountName() == null),
  /** Requests on everything, memory limited to what is asked for, processors not at all. */
  REQUESTS_WHAT_IT_MAY_USE(
      w -> keepsTo(() -> PodConventions.requestsWhatItMayUse(w.name(), w.pod()))),
  /** The heap leaves at least a quarter of the memory to threads, buffers and libraries. */
  LEAVES_ROOM_BESIDE_THE_HEAP(
      w -> !(w.isService() || w.isMigration()) || heapShare(w) > 0 && heapShare(w) <= 75),
  /** Files of nobody have a bound. */
  BOUNDS_SCRATCH_SPACE(
      w ->
          w.pod().getVolumes().stream()
              .map(volume -> volume.getEmptyDir())
              .filter(Objects::nonNull)
              .allMatch(folder -> folder.getSizeLimit() != null)),
  /** Variables that Kubernetes derives from Services, such as CLADE_INGEST_PORT, would be read. */
  TAKES_NO_VARIABLES_OF_SERVICES(w -> Boolean.FALSE.equals(w.pod().getEnableServiceLinks())),
  /** Names leave out a pod before it is told to end, and then it drains. */
  HAS_TIME_TO_DRAIN(w -> !w.isService() || Drain.of(w).fits()),
  /** Schemas are changed by Jobs alone. */
  MIGRATES_ONLY_APART(
      w ->
          w.isMigration()
              == w.variable("QUARKUS_FLYWAY_MIGRATE_AT_START").filter("true"::equals).isPresent()),
  /** What a password is, no manifest says. */
  NAMES_SECRETS_BY_REFERENCE(PodRule::namesSecretsByReference);

  private static final Pattern SECRET =
      Pattern.compile("PASSWORD|SECRET|TOKEN|(SIGNING|PRIVATE|TLS|API)_KEY$");
  private static final Pattern HEAP = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)");

  private final Predicate<Workload> kept;

  PodRule(Predicate<Workload> kept) {
    this.kept = kept;
  }

  @Override
  public List<String> violations(RenderedManifests manifests) {
    return manifests.workloads().stream()
        .filter(kept.negate())
        .map(workload -> "%s: %s".formatted(workload.name(), words()))
        .toList();
  }

  private static boolean hasProbes(Container container) {
    List<String> paths =
        probes(container)
            .filter(probe -> probe.getHttpGet() != null)
            .map(probe -> probe.getHttpGet().getPath())
            .toList();
    return probes(container).count() == 3 && paths.size() == paths.stream().distinct().count();
  }

  private static Stream<Probe> probes(Container container) {
    return Stream.of(
            container.getStartupProbe(),
            container.getLivenessProbe(),
            container.getReadinessProbe())
        .filter(Objects::nonNull);
  }

  private static int heapShare(Workload workload) {
    Matcher share = HEAP.matcher(workload.variable("JAVA_TOOL_OPTIONS").orElse(""));
    return share.find() ? Integer.parseInt(share.group(1)) : 0;
  }

  private static boolean keepsTo(Runnable convention) {
    try {
      convention.run();
      return true;
    } catch (AssertionError | NullPointerException e) {
      return false;
    }
  }

  private static boolean namesSecretsByReference(Workload workload) {
    return workload.container().getEnv().stream()
        .filter(variable -> SECRET.matcher(variable.getName()).find())
        .allMatch(variable -> variable.getValue() == null || variable.getValue().startsWith("/"));
  }
}
