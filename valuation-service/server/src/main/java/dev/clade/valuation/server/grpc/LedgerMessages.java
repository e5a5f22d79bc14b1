package dev.clade.valuation.server.grpc;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import java.util.List;

/** Maps the ledger. */
final class LedgerMessages {
  private LedgerMessages() {}

  static Evaluation evaluation(LedgerRow row) {
    return Evaluation.newBuilder()
        .setCoalition(row.coalition())
        .setReplicate(row.replicate())
        .putAllUtilities(row.utilities())
        .setReferenceHash(row.referenceHash())
        .setDurationSeconds(row.durationSeconds())
        .setWorker(row.worker())
        .setCreateTime(Times.timestamp(row.createTime()))
        .setPosition(row.position())
        .setReusedFrom(row.reusedFrom().map(Names::ofRun).orElse(""))
        .build();
  }

  static List<DoneEvaluation> imported(ImportEvaluationsRequest request) {
    return request.getEvaluationsList().stream()
        .map(
            row ->
                new DoneEvaluation(
                    row.getCoalition(),
                    row.getReplicate(),
                    new Report.Result(
                        ImmutableSortedMap.copyOf(row.getUtilitiesMap()),
                        row.getReferenceHash(),
                        row.getDurationSeconds())))
        .toList();
  }
}
