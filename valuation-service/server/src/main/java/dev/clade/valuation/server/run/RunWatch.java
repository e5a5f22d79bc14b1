package dev.clade.valuation.server.run;

import dev.clade.runtime.drain.Drain;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

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

  @Inject
  RunWatch(RunService runs, ProgressSignal progress, Drain drain) {
    this.runs = runs;
    this.progress = progress;
    this.drain = drain;
  }

  /**
   * Returns a run now and whenever it has progressed, at most ten times a second, to its end or
   * until the server is about to end.
   */
  public Multi<RunView> watch(UUID id) {
    return Multi.createBy()
        .repeating()
        .<AtomicReference<RunView>, RunView>uni(
            AtomicReference::new, last -> next(id, last.get()).invoke(last::set))
        .whilst(view -> !view.run().state().isTerminal());
  }

  private Uni<RunView> next(UUID id, RunView last) {
    Uni<RunView> look =
        Uni.createFrom()
            .deferred(
                () -> {
                  Signal.Ticket ticket = progress.ticket();
                  return runs.get(id)
                      .flatMap(
                          view ->
                              isNews(view, last)
                                  ? Uni.createFrom().item(view)
                                  : drain
                                      .unlessBegun(ticket.await(LONGEST_WAIT))
                                      .flatMap(_ -> next(id, last)));
                });
    return last == null
        ? look
        : Uni.createFrom().voidItem().onItem().delayIt().by(LEAST_PAUSE).flatMap(_ -> look);
  }

  private static boolean isNews(RunView view, RunView last) {
    return last == null
        || view.run().state() != last.run().state()
        || !view.run().progress().equals(last.run().progress())
        || !view.outlook().pending().equals(last.outlook().pending());
  }
}
