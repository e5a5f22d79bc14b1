package dev.clade.valuation.server.lease;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.run.EndingRule;
import dev.clade.valuation.server.run.ProgressSignal;
import dev.clade.valuation.server.store.ImportStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes evaluations that were done elsewhere, as if a worker had reported them. */
@ApplicationScoped
public class ImportService {
  private static final int MOST = 5_000;

  private final ImportStore imports;
  private final EndingRule ending;
  private final ProgressSignal progress;

  @Inject
  ImportService(ImportStore imports, EndingRule ending, ProgressSignal progress) {
    this.imports = imports;
    this.ending = ending;
    this.progress = progress;
  }

  /**
   * Adds evaluations to the ledger of a run, all or none.
   *
   * @param contributors ids that the coalitions' bits stand for
   * @return how many the ledger did not have yet
   * @throws CladeException naming the field that breaks a rule, or the evaluation that does not fit
   */
  public Uni<Integer> add(UUID run, List<String> contributors, List<DoneEvaluation> evaluations) {
    if (evaluations.isEmpty()) {
      throw CladeException.missingField("evaluations");
    }
    if (evaluations.size() > MOST) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "evaluations", evaluations.size(), "must be at most 5,000");
    }
    record Key(ByteString coalition, int replicate) {}
    Set<Key> keys = new HashSet<>();
    for (int i = 0; i < evaluations.size(); i++) {
      DoneEvaluation evaluation = evaluations.get(i);
      String field = "evaluations[%d]".formatted(i);
      ReportRules.check(field, evaluation.result());
      if (!keys.add(new Key(evaluation.coalition(), evaluation.replicate()))) {
        throw CladeException.invalidField(
            Reason.FIELD_MALFORMED,
            field,
            evaluation.replicate(),
            "must be of another coalition or replicate than those before");
      }
    }
    return imports.add(run, contributors, evaluations, ending).invoke(progress::fire);
  }
}
