package dev.clade.valuation.server.grpc;

import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.v1.Evaluation;

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
}
