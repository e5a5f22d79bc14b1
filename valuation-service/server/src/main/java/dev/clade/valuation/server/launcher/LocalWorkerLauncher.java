package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.domain.TrainerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Workers as child processes of this one: a pool for all runs of the trainers that the worker has,
 * each process with one of them. Those that have nothing to do end by themselves after a while, and
 * all of a trainer are ended when no run could use one for some time, or when runs of another can
 * use more and no place is free. Once closed it starts no more.
 */
final class LocalWorkerLauncher implements WorkerLauncher {
  /** The built-in trainer, and the one of embeddings. */
  private static final List<String> TRAINERS = List.of("", TrainerSettings.CONTRASTIVE);

  private final List<WorkerSlot> slots;
  private final PoolCredential credential;
  private final Duration period;
  private final Duration linger;
  private final Map<String, Long> lastWanted = new HashMap<>();
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
    List<RunDemand> served =
        demands.stream().filter(demand -> TRAINERS.contains(demand.customTrainer())).toList();
    Map<UUID, Integer> allotted = Allotment.of(slots.size(), served);
    Map<UUID, Integer> running = new HashMap<>();
    Map<String, List<RunDemand>> byTrainer =
        served.stream().collect(Collectors.groupingBy(RunDemand::customTrainer));
    ensure(
        trainer ->
            byTrainer.getOrDefault(trainer, List.of()).stream()
                .mapToInt(demand -> allotted.get(demand.run()))
                .sum());
    byTrainer.forEach((trainer, runs) -> running.putAll(Allotment.of(working(trainer), runs)));
    Optional<String> trouble = trouble();
    Map<UUID, Launch> launches = new LinkedHashMap<>();
    for (RunDemand demand : demands) {
      launches.put(
          demand.run(),
          TRAINERS.contains(demand.customTrainer())
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

  private void ensure(ToIntFunction<String> wanted) {
    slots.forEach(WorkerSlot::settle);
    long now = System.nanoTime();
    for (String trainer : TRAINERS) {
      if (wanted.applyAsInt(trainer) > 0) {
        lastWanted.put(trainer, now);
      } else if (now - lastWanted.computeIfAbsent(trainer, _ -> now) >= linger.toNanos()) {
        slots.stream().filter(slot -> slot.isWorking(trainer)).forEach(WorkerSlot::dismiss);
      }
    }
    for (String trainer : TRAINERS) {
      for (WorkerSlot slot : slots) {
        if (working(trainer) < wanted.applyAsInt(trainer)) {
          slot.ensure(trainer);
        }
      }
      if (working(trainer) < wanted.applyAsInt(trainer)) {
        makeRoom(trainer, wanted);
      }
    }
  }

  /** Ends a worker of another trainer of which there are more than wanted. */
  private void makeRoom(String wanting, ToIntFunction<String> wanted) {
    if (slots.stream().anyMatch(slot -> !slot.isWorking())) {
      return;
    }
    TRAINERS.stream()
        .filter(other -> !other.equals(wanting) && working(other) > wanted.applyAsInt(other))
        .flatMap(other -> slots.stream().filter(slot -> slot.isWorking(other)))
        .findFirst()
        .ifPresent(WorkerSlot::dismiss);
  }

  private int working(String trainer) {
    return (int) slots.stream().filter(slot -> slot.isWorking(trainer)).count();
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
        "this service starts no workers with the trainer \"%s\"; the run waits for one that has it"
            .formatted(trainer),
        0,
        0);
  }
}
