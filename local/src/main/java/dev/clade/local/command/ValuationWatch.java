package dev.clade.local.command;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.print.Progress;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;

/** Follows a run to its end with a progress bar. */
final class ValuationWatch {
  private ValuationWatch() {}

  static Valuation follow(ValuationRuns runs, String name) {
    try (Progress progress = Progress.start("value", " trainings", 1)) {
      return runs.watch(
          name,
          run ->
              progress.update(
                  run.getProgress().getDoneEvaluations(),
                  run.getProgress().getTotalEvaluations(),
                  ValuationView.progress(run.getProgress())));
    }
  }

  /** Returns the exit code that a run as it ended gives. */
  static int exitCode(Valuation run) {
    return run.getState() == Valuation.State.STATE_SUCCEEDED ? 0 : 1;
  }
}
