package dev.clade.valuation.server.store;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.Run;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what evaluations that were done elsewhere fit a run, in the order they come. */
final class ImportRules {
  private final Run run;
  private final Optional<String> known;
  private Optional<String> reference;

  /**
   * Starts with a run.
   *
   * @param contributors ids that coalitions' bits are said to stand for
   * @param reference reference hash of its evaluations, if there are any
   * @throws CladeException when those are not the run's contributors
   */
  ImportRules(Run run, List<String> contributors, Optional<String> reference) {
    this.run = run;
    this.known = reference;
    this.reference = reference;
    if (!contributors.equals(run.contributors())) {
      throw mismatch(
          "contributors",
          String.join(", ", contributors),
          "must be those of the run, " + String.join(", ", run.contributors()));
    }
  }

  Run run() {
    return run;
  }

  /** Returns the reference hash of the run's evaluations before; nothing when there were none. */
  Optional<String> known() {
    return known;
  }

  /**
   * Tells whether the ledger does not have an evaluation yet.
   *
   * @param place its place in the request
   * @param subject what the plan and the ledger have of it
   * @throws CladeException when it does not fit
   */
  boolean isNew(int place, DoneEvaluation evaluation, Row subject) {
    String field = "evaluations[%d]".formatted(place);
    if (subject.getInteger("position") == null) {
      throw mismatch(field, words(evaluation), "must be in the run's plan");
    }
    if (subject.getUUID("valuation") != null) {
      LedgerRow there = LedgerStore.row(subject);
      if (!sameBits(there, evaluation.result())) {
        throw mismatch(
            field,
            words(evaluation),
            "must be equal to the ledger's, which has %s by %s"
                .formatted(there.utilities(), there.referenceHash()));
      }
      return false;
    }
    requireFitting(field, evaluation);
    if (run.state().isTerminal()) {
      throw new CladeException(
          Reason.VALUATION_OVER,
          "%s is over, and its ledger does not have %s, %s"
              .formatted(Names.ofRun(run.id()), field, words(evaluation)),
          Map.of("resource", Names.ofRun(run.id()), "field", field));
    }
    return true;
  }

  private void requireFitting(String field, DoneEvaluation evaluation) {
    Report.Result result = evaluation.result();
    if (!result.utilities().containsKey(run.spec().utility())) {
      throw mismatch(
          field + ".utilities",
          String.join(", ", result.utilities().keySet()),
          "must hold the run's utility \"%s\"".formatted(run.spec().utility()));
    }
    String first = reference.orElse(result.referenceHash());
    if (!first.equals(result.referenceHash())) {
      throw mismatch(
          field + ".reference_hash",
          result.referenceHash(),
          "must be that of all evaluations, \"%s\"".formatted(first));
    }
    reference = Optional.of(first);
  }

  private static boolean sameBits(LedgerRow known, Report.Result result) {
    // Boxed doubles are equal when their bits are.
    return known.utilities().equals(result.utilities())
        && known.referenceHash().equals(result.referenceHash());
  }

  private String words(DoneEvaluation evaluation) {
    byte[] bytes = evaluation.coalition().toByteArray();
    String members;
    try {
      members =
          Coalition.fromBytes(run.contributors().size(), bytes)
              .players()
              .mapToObj(run.contributors()::get)
              .collect(Collectors.joining(", ", "{", "}"));
    } catch (IllegalArgumentException e) {
      members = "no coalition of the run";
    }
    return "%s, replicate %d".formatted(members, evaluation.replicate());
  }

  private static CladeException mismatch(String field, String value, String rule) {
    return CladeException.invalidField(Reason.EVALUATION_MISMATCH, field, value, rule);
  }
}
