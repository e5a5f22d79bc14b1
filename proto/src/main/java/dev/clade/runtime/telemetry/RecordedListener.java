package dev.clade.runtime.telemetry;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.clade.runtime.request.RequestId;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;

/** Records that a client cancelled, and lets lines of the log tell a creating call's request id. */
final class RecordedListener<Q, R> extends SimpleForwardingServerCallListener<Q> {
  private final RecordedCall<Q, R> call;

  RecordedListener(ServerCall.Listener<Q> handler, RecordedCall<Q, R> call) {
    super(handler);
    this.call = call;
  }

  @Override
  public void onMessage(Q message) {
    if (call.getMethodDescriptor().getType().clientSendsOneMessage()
        && message instanceof Message request
        && VertxContext.isOnDuplicatedContext()) {
      noteRequestId(request);
    }
    super.onMessage(message);
  }

  @Override
  public void onCancel() {
    call.ended(Status.CANCELLED);
    super.onCancel();
  }

  /** Only what is a request id: a caller's text could look like lines of the log. */
  private static void noteRequestId(Message request) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName("request_id");
    if (field != null
        && request.getField(field) instanceof String requestId
        && RequestId.isValid(requestId)) {
      VertxMDC.INSTANCE.put(LogField.REQUEST_ID.key(), requestId, Vertx.currentContext());
    }
  }
}
