package dev.clade.valuation.server.launcher.kubernetes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.credential.WorkerCredentials;
import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.launcher.Allotment;
import dev.clade.valuation.server.launcher.WorkerLauncher;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Workers as Jobs of Kubernetes. They outlive this service: one that is started anew, or another
 * replica, finds them by their labels and goes on.
 */
public final class KubernetesWorkerLauncher implements WorkerLauncher {
  private final KubernetesConfig config;
  private final Clock clock;
  private final WorkerJobs jobs;
  private final JobClient client;
  private final WorkerSecrets secrets;
  private final JobStatusReader reader;
  private final Map<UUID, RunWorkers> runs = new HashMap<>();

  /**
   * Creates a launcher that has made no Job yet.
   *
   * @param credentials makes what workers show
   * @param authorities file of those whom workers trust to sign this service's certificate; nothing
   *     without TLS
   */
  public KubernetesWorkerLauncher(
      KubernetesClient client,
      KubernetesConfig config,
      WorkerCredentials credentials,
      Optional<Path> authorities,
      Clock clock) {
    this.config = config;
    this.clock = clock;
    this.jobs = new WorkerJobs(config, authorities.isPresent());
    this.secrets = new WorkerSecrets(client, credentials, authorities);
    this.client = new JobClient(client, config.namespace(), secrets);
    this.reader = new JobStatusReader(client, config.namespace());
  }

  @Override
  public int mostWorkers() {
    return config.workers();
  }

  @Override
  public Duration period() {
    return config.period();
  }

  @Override
  public Map<UUID, Launch> reconcile(List<RunDemand> demands) {
    Map<UUID, Launch> launches = new LinkedHashMap<>();
    List<RunDemand> launchable =
        demands.stream().filter(demand -> jobs.image(demand).isPresent()).toList();
    demands.forEach(demand -> launches.put(demand.run(), withoutImage(demand)));
    Map<UUID, Integer> allotted = Allotment.of(config.workers(), launchable);
    runs.keySet().retainAll(allotted.keySet());
    Map<String, List<Worker>> workers;
    try {
      workers = workers();
    } catch (KubernetesClientException e) {
      WorkerStatus refusal = Refusal.judge(e);
      launchable.forEach(
          demand ->
              launches.put(demand.run(), new Launch(refusal.reason(), refusal.message(), 0, 0)));
      return launches;
    }
    secrets.retain(uids(workers));
    removeOthers(workers, allotted);
    Instant now = clock.instant();
    for (RunDemand demand : launchable) {
      launches.put(
          demand.run(),
          runs.computeIfAbsent(demand.run(), _ -> new RunWorkers(config, jobs, client))
              .reconcile(
                  demand,
                  allotted.get(demand.run()),
                  workers.getOrDefault(demand.run().toString(), List.of()),
                  now));
    }
    return launches;
  }

  /** Leaves the Jobs as they are, for whoever comes next. */
  @Override
  public void close() {}

  /** Removes the Jobs of runs that have ended, or that nobody can use a worker for any more. */
  private void removeOthers(Map<String, List<Worker>> workers, Map<UUID, Integer> allotted) {
    workers.forEach(
        (run, its) -> {
          if (allotted.keySet().stream().noneMatch(id -> id.toString().equals(run))) {
            its.stream()
                .filter(worker -> worker.status().stage() != WorkerStage.REMOVED)
                .forEach(worker -> client.delete(worker.job()));
          }
        });
  }

  private Map<String, List<Worker>> workers() {
    Instant now = clock.instant();
    List<Pod> pods = client.pods();
    return client.jobs().stream()
        .map(job -> new Worker(job, reader.read(job, podsOf(job, pods), now)))
        .collect(groupingBy(KubernetesWorkerLauncher::run));
  }

  /** By owner and not by name, for pods of a former Job of the name may still be there. */
  private static List<Pod> podsOf(Job job, List<Pod> pods) {
    return pods.stream()
        .filter(pod -> pod.hasOwnerReferenceFor(job.getMetadata().getUid()))
        .toList();
  }

  private static Set<String> uids(Map<String, List<Worker>> workers) {
    return workers.values().stream()
        .flatMap(List::stream)
        .map(worker -> worker.job().getMetadata().getUid())
        .collect(toSet());
  }

  private static String run(Worker worker) {
    return worker.job().getMetadata().getLabels().getOrDefault(WorkerLabels.RUN, "");
  }

  private static Launch withoutImage(RunDemand demand) {
    return new Launch(
        PendingReason.NO_WORKERS,
        "no image is configured for workers with the trainer \"%s\""
            .formatted(demand.customTrainer()),
        0,
        0);
  }
}
