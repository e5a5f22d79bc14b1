package dev.clade.lineage.server.work;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for the database on threads that may block: its connections belong to event loops. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Waiting() {}

  /**
   * Returns an answer, or throws its failure.
   *
   * @throws TimeoutException when there is none for a minute
   */
  public static <T> T on(Supplier<Uni<T>> question) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> question.get().ifNoItem().after(PATIENCE).failWith(TimeoutException::new));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("waiting was cut off", e);
    }
  }
}
