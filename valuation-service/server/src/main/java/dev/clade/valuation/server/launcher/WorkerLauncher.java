package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.RunDemand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings workers to life, and lets them go. */
public interface WorkerLauncher extends AutoCloseable {

  /** Returns how many workers there may be at a time. */
  int mostWorkers();

  /** Returns how long to wait between two looks. */
  Duration period();

  /**
   * Brings workers nearer to what runs can use: starts those that are missing, and lets go those
   * that no run can use. Does not wait for them. Called again and again, by one thread.
   *
   * @param demands every run that can use workers
   * @return what is to be said of each of these runs
   */
  Map<UUID, Launch> reconcile(List<RunDemand> demands);

  /** Ends the workers that this service's end would leave without anybody to see to them. */
  @Override
  void close();
}
