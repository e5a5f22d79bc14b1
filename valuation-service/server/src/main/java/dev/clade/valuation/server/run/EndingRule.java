package dev.clade.valuation.server.run;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.server.domain.Ending;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A run succeeds when its ledger determines every value, failed evaluations or not. */
@ApplicationScoped
public class EndingRule implements RunEnding {

  @Override
  public Ending decide(Run run, UtilityTable table, String lastFailure) {
    Optional<Solution> solution = run.estimator().solve(table);
    return new Ending(solution, solution.isPresent() ? "" : failure(run, lastFailure));
  }

  private static String failure(Run run, String lastFailure) {
    String count =
        "%d of %d evaluations failed for good, and the values are not determined without them"
            .formatted(run.progress().failed(), run.progress().total());
    return lastFailure.isEmpty() ? count : count + "; the last worker said: " + lastFailure;
  }
}
