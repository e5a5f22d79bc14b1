package dev.clade.valuation.server.run;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.server.domain.Ending;
import dev.clade.valuation.server.domain.Looks;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.domain.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * A run succeeds when its ledger determines every value, failed evaluations or not, or when values
 * are as precise as wanted before.
 */
@ApplicationScoped
public class EndingRule implements RunEnding {

  @Override
  public Ending decide(Run run, UtilityTable table, String lastFailure) {
    Optional<Solution> solution = run.estimator().solve(table);
    if (solution.isEmpty()) {
      String failure = failure(run, lastFailure);
      return new Ending(RunState.FAILED, solution, run.progress().total(), failure, failure);
    }
    String done = "all evaluations of the plan are done";
    return new Ending(
        RunState.SUCCEEDED,
        solution,
        run.progress().total(),
        "",
        run.spec().precision().isPresent()
            ? done + ", and the wanted precision is not reached"
            : done);
  }

  @Override
  public Optional<Ending> look(Run run, int look, UtilityTable table) {
    Optional<Solution> solution = run.estimator().solve(table);
    return Looks.of(run.spec())
        .reason(look, solution)
        .map(
            reason ->
                new Ending(
                    RunState.SUCCEEDED,
                    solution,
                    look,
                    "",
                    "%s after %,d of %,d evaluations"
                        .formatted(reason, look, run.progress().total())));
  }

  @Override
  public Ending stop(Run run, UtilityTable table, RunState state, String reason) {
    return new Ending(state, run.estimator().solve(table), run.progress().total(), "", reason);
  }

  private static String failure(Run run, String lastFailure) {
    String count =
        "%d of %d evaluations failed for good, and the values are not determined without them"
            .formatted(run.progress().failed(), run.progress().total());
    return lastFailure.isEmpty() ? count : count + "; the last worker said: " + lastFailure;
  }
}
