package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Workers as child processes of this one: a pool for all runs of the built-in trainer. Those that
 * have nothing to do end by themselves after a while, and all are ended when no run could use one
 * for some time. Once closed it starts no more.
 */
final class LocalWorkerLauncher implements WorkerLauncher {
  private final List<WorkerSlot> slots;
  private final PoolCredential credential;
  private final Duration period;
  private final Duration linger;
  private long lastWanted = System.nanoTime();
  private boolean closed;

  /**
   * Creates a launcher that has started nothing yet.
   *
   * @param workers most workers at a time
   * @param command how each is started
   * @param credential what they show; removed with the launcher
   * @param firstPause how long to wait after a first failure
   * @param period how long to wait between two looks
   * @param linger how long workers are kept that no run can use
   */
  LocalWorkerLauncher(
      int workers,
      WorkerCommand command,
      PoolCredential credential,
      Duration firstPause,
      Duration period,
      Duration linger) {
    long parent = ProcessHandle.current().pid();
    this.slots =
        IntStream.rangeClosed(1, workers)
            .mapToObj(
                number ->
                    new WorkerSlot("local-%d-%d".formatted(parent, number), command, firstPause))
            .toList();
    this.credential = credential;
    this.period = period;
    this.linger = linger;
  }

  @Override
  public int mostWorkers() {
    return slots.size();
  }

  @Override
  public Duration period() {
    return period;
  }

  @Override
  public synchronized Map<UUID, Launch> reconcile(List<RunDemand> demands) {
    if (closed) {
      return Map.of();
    }
    credential.refresh();
    List<RunDemand> builtIn =
        demands.stream().filter(demand -> demand.customTrainer().isEmpty()).toList();
    Map<UUID, Integer> allotted = Allotment.of(slots.size(), builtIn);
    ensure(allotted.values().stream().mapToInt(Integer::intValue).sum());
    Map<UUID, Integer> running = Allotment.of(working(), builtIn);
    Optional<String> trouble = trouble();
    Map<UUID, Launch> launches = new LinkedHashMap<>();
    for (RunDemand demand : demands) {
      launches.put(
          demand.run(),
          demand.customTrainer().isEmpty()
              ? launch(allotted.get(demand.run()), running.get(demand.run()), trouble)
              : unknown(demand.customTrainer()));
    }
    return launches;
  }

  @Override
  public synchronized void close() {
    closed = true;
    // All at once, for each may take its time.
    slots.parallelStream().forEach(WorkerSlot::stop);
    credential.close();
  }

  private void ensure(int wanted) {
    slots.forEach(WorkerSlot::settle);
    if (wanted == 0) {
      if (System.nanoTime() - lastWanted >= linger.toNanos()) {
        slots.forEach(WorkerSlot::dismiss);
      }
      return;
    }
    lastWanted = System.nanoTime();
    for (WorkerSlot slot : slots) {
      if (working() < wanted) {
        slot.ensure();
      }
    }
  }

  private int working() {
    return (int) slots.stream().filter(WorkerSlot::isWorking).count();
  }

  /** Returns what is wrong when no worker runs without having failed again and again. */
  private Optional<String> trouble() {
    boolean healthy = slots.stream().anyMatch(slot -> slot.isWorking() && slot.trouble().isEmpty());
    return healthy
        ? Optional.empty()
        : slots.stream().map(WorkerSlot::trouble).flatMap(Optional::stream).findFirst();
  }

  private static Launch launch(int allotted, int running, Optional<String> trouble) {
    if (trouble.isPresent()) {
      return new Launch(PendingReason.MISCONFIGURED, trouble.get(), 0, 0);
    }
    return allotted == 0
        ? new Launch(
            PendingReason.WAITING_FOR_TURN, "all worker processes are for other runs", 0, 0)
        : new Launch(
            PendingReason.STARTING,
            "worker processes were started and have not asked for work yet",
            running,
            allotted - running);
  }

  private static Launch unknown(String trainer) {
    return new Launch(
        PendingReason.NO_WORKERS,
        "this service starts workers of the built-in trainer only; the run waits for one that has"
            + " \"%s\"".formatted(trainer),
        0,
        0);
  }
}
