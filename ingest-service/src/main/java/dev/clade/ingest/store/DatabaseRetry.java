package dev.clade.ingest.store;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * How one piece of work waits for a database that is away: as long as the {@linkplain
 * PassingTrouble trouble passes}, with growing pauses. It blocks.
 */
public final class DatabaseRetry {
  private static final Logger LOG = Logger.getLogger(DatabaseRetry.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(3);

  /** Of a pause, up or down, so that instances do not come back in step. */
  private static final double JITTER = 0.25;

  private static final RetryPolicy<Object> POLICY =
      RetryPolicy.builder()
          .handleIf(
              failure -> failure instanceof SQLException trouble && PassingTrouble.is(trouble))
          .withMaxRetries(-1)
          .withBackoff(FIRST_PAUSE, LAST_PAUSE)
          .withJitter(JITTER)
          .build();

  private final Execution<Object> attempts = Execution.of(POLICY);
  private final String work;
  private final BooleanSupplier stopped;

  /**
   * Begins with the shortest pause.
   *
   * @param work what waits, for the log
   * @param stopped asked after each failure; when true, waiting is over
   */
  public DatabaseRetry(String work, BooleanSupplier stopped) {
    this.work = work;
    this.stopped = stopped;
  }

  /**
   * Returns when the work is to be tried again.
   *
   * @throws SQLException the failure, when trying again is no use or not wished
   */
  public void await(SQLException failure) throws SQLException, InterruptedException {
    attempts.recordException(failure);
    if (attempts.isComplete() || stopped.getAsBoolean()) {
      throw failure;
    }
    LOG.warnf("%s waits for the database: %s", work, failure.getMessage());
    Thread.sleep(attempts.getDelay());
  }
}
