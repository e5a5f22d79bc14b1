package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.launcher.Backoff;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sees to the workers of one run. */
final class RunWorkers {
  private static final Logger LOG = Logger.getLogger(RunWorkers.class);

  private final KubernetesConfig config;
  private final WorkerJobs jobs;
  private final JobClient client;
  private final Backoff refusals;
  private WorkerStatus refusal;

  RunWorkers(KubernetesConfig config, WorkerJobs jobs, JobClient client) {
    this.config = config;
    this.jobs = jobs;
    this.client = client;
    this.refusals = new Backoff(config.backoff());
  }

  /**
   * Brings the Jobs of the run in line with its allotment.
   *
   * @param demand the run
   * @param allotted workers that it may have
   * @param existing its workers
   * @return what is to be said of it
   */
  Launch reconcile(RunDemand demand, int allotted, List<Worker> existing, Instant now) {
    Map<String, Integer> failures = new HashMap<>();
    List<Worker> living = new ArrayList<>();
    List<Worker> removed = new ArrayList<>();
    for (Worker worker : existing) {
      if (worker.isToBeReplaced(config.backoff(), now)) {
        client.delete(worker.job());
        failures.put(worker.name(), worker.failures());
      } else if (worker.status().stage() == WorkerStage.REMOVED) {
        removed.add(worker);
      } else {
        living.add(worker);
      }
    }
    living.sort(Worker.BY_ADVANCE);
    while (living.size() > allotted) {
      Worker surplus = living.removeFirst();
      client.delete(surplus.job());
      removed.add(surplus);
    }
    List<WorkerStatus> statuses = new ArrayList<>(living.stream().map(Worker::status).toList());
    Set<String> taken = new HashSet<>();
    living.forEach(worker -> taken.add(worker.name()));
    removed.forEach(worker -> taken.add(worker.name()));
    completeHandovers(living, demand);
    create(demand, allotted - living.size(), taken, failures, statuses);
    return launch(statuses);
  }

  /** One that is refused shows as the refusal of further Jobs does. */
  private void completeHandovers(List<Worker> living, RunDemand demand) {
    try {
      living.forEach(worker -> client.completeHandover(worker, demand.run()));
    } catch (KubernetesClientException e) {
      LOG.warn("a worker does not get its credential, will try again", e);
    }
  }

  /** Makes what is missing under the first names that are free, until one is refused. */
  private void create(
      RunDemand demand,
      int missing,
      Set<String> taken,
      Map<String, Integer> failures,
      List<WorkerStatus> statuses) {
    int created = 0;
    for (int number = 1; created < missing; number++) {
      String name = WorkerLabels.name(demand.run(), number);
      if (taken.contains(name)) {
        continue;
      }
      if (refusals.isOver()) {
        create(
            demand, jobs.job(demand, number, failures.getOrDefault(name, 0), newCredential(name)));
      }
      statuses.add(refusal == null ? made(name) : refusal);
      if (refusal != null) {
        return;
      }
      created++;
    }
  }

  private void create(RunDemand demand, Job job) {
    try {
      refusal = client.create(job, demand.run()).orElse(null);
      refusals.succeeded();
    } catch (KubernetesClientException e) {
      refusal = Refusal.judge(e);
      refusals.failed();
    }
  }

  /** No two Jobs share a Secret, also not those that have a name one after the other. */
  private static String newCredential(String job) {
    return "%s-%08x".formatted(job, ThreadLocalRandom.current().nextInt());
  }

  private static WorkerStatus made(String name) {
    return WorkerStatus.starting("job %s was made".formatted(name));
  }

  private static Launch launch(List<WorkerStatus> statuses) {
    WorkerStatus worst =
        statuses.stream()
            .min(Comparator.comparing(WorkerStatus::reason).thenComparing(WorkerStatus::message))
            .orElse(
                WorkerStatus.blocked(
                    PendingReason.WAITING_FOR_TURN, "all workers are for other runs"));
    int running = count(statuses, WorkerStage.RUNNING);
    return new Launch(
        worst.reason(), worst.message(), running, count(statuses, WorkerStage.STARTING));
  }

  private static int count(List<WorkerStatus> statuses, WorkerStage stage) {
    return (int) statuses.stream().filter(status -> status.stage() == stage).count();
  }
}
