package dev.clade.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DatabaseRetryTest {
  private static final SQLException AWAY = new SQLException("connection refused", "08001");

  @Test
  void pausesGrow() throws Exception {
    DatabaseRetry retry = new DatabaseRetry("a test", () -> false);

    // As long as 100, 200 and 400 ms, less at most a quarter.
    assertThat(pause(retry)).isGreaterThanOrEqualTo(Duration.ofMillis(75));
    assertThat(pause(retry)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    assertThat(pause(retry)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whatWillNeverSucceedIsNotTriedAgain() {
    SQLException refused = new SQLException("no such table", "42P01");

    assertThatThrownBy(() -> new DatabaseRetry("a test", () -> false).await(refused))
        .isSameAs(refused);
  }

  @Test
  void whoIsToldToStopDoesNotWait() {
    assertThatThrownBy(() -> new DatabaseRetry("a test", () -> true).await(AWAY)).isSameAs(AWAY);
  }

  @Test
  void waitingCanBeInterrupted() {
    DatabaseRetry retry = new DatabaseRetry("a test", () -> false);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> retry.await(AWAY)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private static Duration pause(DatabaseRetry retry) throws Exception {
    long start = System.nanoTime();
    retry.await(AWAY);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
