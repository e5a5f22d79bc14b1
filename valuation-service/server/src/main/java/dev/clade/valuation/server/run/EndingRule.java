package dev.clade.valuation.server.run;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.server.domain.Ending;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.domain.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A run succeeds when its ledger determines every value, failed evaluations or not. */
@ApplicationScoped
public class EndingRule implements RunEnding {

  @Override
  public Ending decide(Run run, UtilityTable table, String lastFailure) {
    Optional<Solution> solution = run.estimator().solve(table);
    String failure = solution.isPresent() ? "" : failure(run, lastFailure);
    return new Ending(
        solution.isPresent() ? RunState.SUCCEEDED : RunState.FAILED,
        solution,
        run.progress().total(),
        failure,
        solution.isPresent() ? "all evaluations of the plan are done" : failure);
  }

  private static String failure(Run run, String lastFailure) {
    String count =
        "%d of %d evaluations failed for good, and the values are not determined without them"
            .formatted(run.progress().failed(), run.progress().total());
    return lastFailure.isEmpty() ? count : count + "; the last worker said: " + lastFailure;
  }
}
