package dev.clade.valuation.server.run;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Wakes whoever waits for something to change, in this process. Take a {@link #ticket} first, look
 * then, and wait with the ticket: what changed in between is not missed.
 */
public class Signal {
  private final AtomicReference<CompletableFuture<Void>> next =
      new AtomicReference<>(new CompletableFuture<>());

  /** Wakes all who hold a ticket. */
  public void fire() {
    next.getAndSet(new CompletableFuture<>()).complete(null);
  }

  /** Returns a ticket for the next time the signal is fired. */
  public Ticket ticket() {
    return new Ticket(next.get());
  }

  /** What one waits with. */
  public static final class Ticket {
    private final CompletableFuture<Void> fired;

    private Ticket(CompletableFuture<Void> fired) {
      this.fired = fired;
    }

    /** Completes when the signal was fired since the ticket was taken, or after a while. */
    public Uni<Void> await(Duration longest) {
      // A copy, for a wait that is given up cancels its future.
      return Uni.createFrom()
          .completionStage(fired::copy)
          .ifNoItem()
          .after(longest)
          .recoverWithItem(() -> null);
    }
  }
}
