package dev.clade.valuation.server.run;

import dev.clade.valuation.server.domain.Run;
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

  @Inject
  RunWatch(RunService runs, ProgressSignal progress) {
    this.runs = runs;
    this.progress = progress;
  }

  /** Returns a run now and whenever it has progressed, at most ten times a second, to its end. */
  public Multi<Run> watch(UUID id) {
    return Multi.createBy()
        .repeating()
        .<AtomicReference<Run>, Run>uni(
            AtomicReference::new, last -> next(id, last.get()).invoke(last::set))
        .whilst(run -> !run.state().isTerminal());
  }

  private Uni<Run> next(UUID id, Run last) {
    Uni<Run> look =
        Uni.createFrom()
            .deferred(
                () -> {
                  Signal.Ticket ticket = progress.ticket();
                  return runs.get(id)
                      .flatMap(
                          run ->
                              isNews(run, last)
                                  ? Uni.createFrom().item(run)
                                  : ticket.await(LONGEST_WAIT).flatMap(_ -> next(id, last)));
                });
    return last == null
        ? look
        : Uni.createFrom().voidItem().onItem().delayIt().by(LEAST_PAUSE).flatMap(_ -> look);
  }

  private static boolean isNews(Run run, Run last) {
    return last == null || run.state() != last.state() || !run.progress().equals(last.progress());
  }
}
