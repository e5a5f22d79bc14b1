package dev.clade.valuation.server.launcher;

/** Brings workers to life. */
public interface WorkerLauncher extends AutoCloseable {

  /**
   * Sees to it that workers run, as far as the launcher may start them; called once a tick while
   * there are evaluations to do. Does not wait for them.
   */
  void ensureWorkers();

  /** Stops the workers that this launcher started. */
  @Override
  void close();
}
