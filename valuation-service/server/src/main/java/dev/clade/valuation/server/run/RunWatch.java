package dev.clade.valuation.server.run;

import dev.clade.runtime.drain.Drain;
import dev.clade.runtime.signal.Signal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Follows runs. A watcher gets the run as it is when he asks for the next, so one who reads slowly
 * skips states and holds nothing up.
 */
@ApplicationScoped
public class RunWatch {
  private static final Duration LEAST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final RunService runs;
  private final ProgressSignal progress;
  private final Drain drain;
  private final Duration leastPause;

  @Inject
  RunWatch(RunService runs, ProgressSignal progress, Drain drain) {
    this(runs, progress, drain, LEAST_PAUSE);
  }

  RunWatch(RunService runs, ProgressSignal progress, Drain drain, Duration leastPause) {
    this.runs = runs;
    this.progress = progress;
    this.drain = drain;
    this.leastPause = leastPause;
  }

  /**
   * Returns a run now and whenever it has progressed, at most ten times a second, to its end or
   * until the server is about to end.
   */
  public Multi<RunView> watch(UUID id) {
    return Multi.createFrom().deferred(() -> new Watcher(id).news());
  }

  /** Looks at a run again and again; a look does not nest in the one before, for they are many. */
  private final class Watcher {
    private final UUID id;
    private Uni<Void> wait = Uni.createFrom().voidItem();
    private RunView told;

    Watcher(UUID id) {
      this.id = id;
    }

    Multi<RunView> news() {
      return Multi.createBy()
          .repeating()
          .uni(this::look)
          .whilst(view -> !view.run().state().isTerminal())
          .select()
          .where(this::isNews)
          .invoke(view -> told = view);
    }

    private Uni<RunView> look() {
      return wait.flatMap(
          _ -> {
            Signal.Ticket ticket = progress.ticket();
            return runs.get(id)
                .invoke(
                    view ->
                        wait = isNews(view) ? pause() : untilProgress(ticket).chain(this::pause));
          });
    }

    private boolean isNews(RunView view) {
      return told == null
          || view.run().state() != told.run().state()
          || !view.run().progress().equals(told.run().progress())
          || !view.outlook().pending().equals(told.outlook().pending());
    }

    private Uni<Void> untilProgress(Signal.Ticket ticket) {
      return drain.unlessBegun(ticket.await(LONGEST_WAIT));
    }

    private Uni<Void> pause() {
      return Uni.createFrom().voidItem().onItem().delayIt().by(leastPause);
    }
  }
}
