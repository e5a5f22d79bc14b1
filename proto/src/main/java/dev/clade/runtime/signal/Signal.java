package dev.clade.runtime.signal;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Wakes whoever waits for something to change, in this process. Take a {@link #ticket} first, look
 * then, and wait with the ticket: what changed in between is not missed. A wait that is given up
 * leaves nothing behind, however long the signal is not fired.
 */
public class Signal {
  private final AtomicLong fired = new AtomicLong();

  /** Those who wait, and how often the signal had been fired when they took their tickets. */
  private final Map<UniEmitter<? super Void>, Long> waiting = new ConcurrentHashMap<>();

  /** Wakes all who hold a ticket; they go on on the calling thread. */
  public void fire() {
    long now = fired.incrementAndGet();
    waiting.forEach(
        (each, taken) -> {
          // Who was woken may wait again already.
          if (taken < now) {
            each.complete(null);
          }
        });
  }

  /** Returns a ticket for the next time the signal is fired. */
  public Ticket ticket() {
    return new Ticket(fired.get());
  }

  /** Returns how many wait. */
  public int waiting() {
    return waiting.size();
  }

  /** What one waits with. */
  public final class Ticket {
    private final long taken;

    private Ticket(long taken) {
      this.taken = taken;
    }

    /** Completes when the signal was fired since the ticket was taken. */
    public Uni<Void> await() {
      return Uni.createFrom()
          .emitter(
              each -> {
                waiting.put(each, taken);
                each.onTermination(() -> waiting.remove(each));
                if (fired.get() != taken) {
                  each.complete(null);
                }
              });
    }

    /** As {@link #await()}, or after a while. */
    public Uni<Void> await(Duration longest) {
      return await().ifNoItem().after(longest).recoverWithItem(() -> null);
    }
  }
}
