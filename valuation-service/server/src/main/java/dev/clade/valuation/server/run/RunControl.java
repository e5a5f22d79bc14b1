package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.store.RunSwitch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Cancels and resumes runs. */
@ApplicationScoped
public class RunControl {
  private final RunSwitch runSwitch;
  private final RunService runs;
  private final EndingRule ending;
  private final WorkSignal work;
  private final ProgressSignal progress;

  @Inject
  RunControl(
      RunSwitch runSwitch,
      RunService runs,
      EndingRule ending,
      WorkSignal work,
      ProgressSignal progress) {
    this.runSwitch = runSwitch;
    this.runs = runs;
    this.ending = ending;
    this.work = work;
    this.progress = progress;
  }

  /**
   * Ends a run with the values that are known, and returns it; one that is cancelled stays so.
   *
   * @throws CladeException {@link Reason#VALUATION_NOT_FOUND}, or {@link Reason#VALUATION_OVER}
   *     when it has ended otherwise
   */
  public Uni<RunView> cancel(UUID run) {
    return runSwitch.cancel(run, ending).invoke(progress::fire).flatMap(_ -> runs.get(run));
  }

  /**
   * Lets a run go on, and returns it; one that is active stays as it is.
   *
   * @param budget in place of its own; nothing to keep that
   * @throws CladeException {@link Reason#VALUATION_NOT_FOUND}; {@link Reason#VALUATION_OVER} when
   *     it has succeeded; or naming the field that breaks a rule
   */
  public Uni<RunView> resume(UUID run, Optional<WantedBudget> budget) {
    return runs.require(run)
        .flatMap(
            found -> {
              Optional<Budget> checked =
                  budget.map(asked -> LimitRules.budget("budget", asked, found.price()));
              return runSwitch.resume(run, checked, ending);
            })
        .invoke(
            () -> {
              work.fire();
              progress.fire();
            })
        .flatMap(_ -> runs.get(run));
  }
}
