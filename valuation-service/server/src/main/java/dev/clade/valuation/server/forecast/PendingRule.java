package dev.clade.valuation.server.forecast;

import dev.clade.valuation.server.domain.Pending;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.Standing;
import java.util.Optional;

/** Tells why nothing of a run is being evaluated. */
final class PendingRule {
  private PendingRule() {}

  /** Returns the reason; nothing when something is evaluated, or nothing is left to be. */
  static Optional<Pending> of(Run run, Standing standing) {
    Progress progress = run.progress();
    boolean waits =
        !run.state().isTerminal()
            && progress.running() == 0
            && progress.done() + progress.failed() < progress.total();
    return waits ? Optional.of(reason(run, standing)) : Optional.empty();
  }

  /** What the launcher cannot cure comes before waiting for a turn, and that before starting. */
  private static Pending reason(Run run, Standing standing) {
    int place = standing.queuePosition();
    Optional<PendingReason> launcher = standing.launch().flatMap(Standing.Launch::reason);
    if (launcher.isPresent() && launcher.get() != PendingReason.STARTING) {
      return new Pending(launcher.get(), standing.launch().orElseThrow().message(), place);
    }
    if (standing.workersElsewhere() > 0) {
      return new Pending(
          PendingReason.WAITING_FOR_TURN,
          place == 1
              ? "all workers are busy with other runs; this one is next"
              : "%d other runs come first".formatted(place - 1),
          place);
    }
    return standing
        .launch()
        .map(launch -> new Pending(PendingReason.STARTING, starting(launch), place))
        .orElseGet(() -> new Pending(PendingReason.NO_WORKERS, nobody(run), place));
  }

  private static String starting(Standing.Launch launch) {
    return launch.message().isEmpty()
        ? "workers run or start and have not asked for work yet"
        : launch.message();
  }

  private static String nobody(Run run) {
    String trainer = run.spec().trainer().custom();
    return trainer.isEmpty()
        ? "no launcher starts workers, and none has asked for work"
        : "no launcher starts workers of the trainer \"%s\", and none has asked for work"
            .formatted(trainer);
  }
}
