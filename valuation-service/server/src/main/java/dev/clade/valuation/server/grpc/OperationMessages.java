package dev.clade.valuation.server.grpc;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.Valuation;
import java.util.Map;

/** Maps runs to long-running operations. */
final class OperationMessages {
  private OperationMessages() {}

  /** Returns a run as an operation: it is the metadata, and the response once it has values. */
  static Operation of(Valuation run) {
    Operation.Builder operation =
        Operation.newBuilder().setName(run.getName()).setMetadata(Any.pack(run));
    return switch (run.getState()) {
      case STATE_SUCCEEDED, STATE_EXHAUSTED ->
          operation.setDone(true).setResponse(Any.pack(run)).build();
      case STATE_FAILED -> failed(operation, Reason.VALUATION_FAILED, run.getFailure());
      case STATE_CANCELLED -> failed(operation, Reason.OPERATION_CANCELLED, run.getEndReason());
      case STATE_UNSPECIFIED, STATE_PENDING, STATE_RUNNING, UNRECOGNIZED -> operation.build();
    };
  }

  private static Operation failed(Operation.Builder operation, Reason reason, String message) {
    return operation
        .setDone(true)
        .setError(ErrorStatus.toMessage(new CladeException(reason, message, Map.of())))
        .build();
  }
}
