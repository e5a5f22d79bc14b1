package dev.clade.valuation.server.contract;

import com.google.protobuf.ByteString;
import dev.clade.valuation.document.Ledger;
import dev.clade.valuation.document.LedgerEntry;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.Valuation;
import java.util.List;
import java.util.TreeMap;

/** Ledgers as clients see them. */
final class Ledgers {
  private Ledgers() {}

  static List<Evaluation> list(Mesh mesh, Valuation run) {
    return mesh.valuations()
        .listEvaluations(
            ListEvaluationsRequest.newBuilder().setParent(run.getName()).setPageSize(5_000).build())
        .getEvaluationsList();
  }

  static Ledger of(Valuation run, List<Evaluation> rows) {
    return new Ledger(
        run.getContributorsList(),
        rows.stream()
            .map(
                row ->
                    new LedgerEntry(
                        Coalition.fromBytes(
                            run.getContributorsCount(), row.getCoalition().toByteArray()),
                        row.getReplicate(),
                        row.getPosition(),
                        new TreeMap<>(row.getUtilitiesMap()),
                        row.getReferenceHash()))
            .toList());
  }

  /** Returns the evaluation that the game of {@link FakeWorker} gives. */
  static Evaluation.Builder evaluation(long members, int replicate) {
    EvaluationTask task =
        EvaluationTask.newBuilder()
            .setCoalition(ByteString.copyFrom(new Coalition(4, members).toBytes()))
            .setReplicate(replicate)
            .build();
    EvaluationResult.Builder result = FakeWorker.result(task);
    return Evaluation.newBuilder()
        .setCoalition(task.getCoalition())
        .setReplicate(replicate)
        .putAllUtilities(result.getUtilitiesMap())
        .setReferenceHash(result.getReferenceHash())
        .setDurationSeconds(result.getDurationSeconds());
  }
}
