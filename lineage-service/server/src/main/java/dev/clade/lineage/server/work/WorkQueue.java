package dev.clade.lineage.server.work;

import dev.clade.runtime.error.CladeException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Pieces of work in the database. A lease is over when its end has passed, and when that is later
 * than any lease can go: then the database's clock was set back.
 *
 * @param <J> a piece of work
 */
public interface WorkQueue<J> {
  /** How often a piece is begun before it counts as one that ends its servers. */
  int MOST_ATTEMPTS = 5;

  /** Returns what to call the work in a log. */
  String name();

  /** Returns what to call a piece in a log. */
  String id(J job);

  /** Takes the next piece that nobody works on, if there is one. */
  Uni<Optional<J>> take(UUID holder, Duration lease);

  /**
   * Keeps a piece for its holder.
   *
   * @return whether the holder has it still
   */
  Uni<Boolean> renew(J job, UUID holder, Duration lease);

  /** Does a piece of work; blocks, and ends soon when it is interrupted. */
  void run(J job, UUID holder);

  /** Says that a piece failed, and why, unless the holder has lost it. */
  Uni<Void> fail(J job, UUID holder, CladeException why);
}
