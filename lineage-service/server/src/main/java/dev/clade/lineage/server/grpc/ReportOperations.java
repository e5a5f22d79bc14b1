package dev.clade.lineage.server.grpc;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import dev.clade.lineage.server.report.ReportStatus;
import dev.clade.lineage.v1.CreateReportMetadata;
import dev.clade.lineage.v1.Report;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.grpc.Times;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Reports that are being computed, as operations. */
final class ReportOperations {
  private ReportOperations() {}

  /**
   * Returns the operation that computes a report.
   *
   * @param reader returns a report that is there
   */
  static Uni<Operation> of(ReportStatus status, Function<String, Uni<Report>> reader) {
    Operation.Builder operation =
        Operation.newBuilder()
            .setName(ReportNames.of(status.id()))
            .setMetadata(
                Any.pack(
                    CreateReportMetadata.newBuilder()
                        .setSnapshotSequence(status.sequence())
                        .setCreateTime(Times.timestamp(status.createTime()))
                        .build()));
    return switch (status.state()) {
      case RUNNING -> Uni.createFrom().item(operation.build());
      case DONE ->
          reader
              .apply(status.id())
              .map(report -> operation.setDone(true).setResponse(Any.pack(report)).build());
      case FAILED, ABANDONED ->
          Uni.createFrom()
              .item(
                  operation
                      .setDone(true)
                      .setError(ErrorStatus.toMessage(status.failure().orElseThrow()))
                      .build());
    };
  }
}
