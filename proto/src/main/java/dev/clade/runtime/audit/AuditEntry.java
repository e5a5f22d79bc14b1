package dev.clade.runtime.audit;

import dev.clade.runtime.access.Caller;
import dev.clade.runtime.error.ErrorStatus;
import io.grpc.Metadata;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What is known of a call that changes something; written once, when the call is over. */
final class AuditEntry {
  private static final Logger LOG = Logger.getLogger("clade.audit");

  private final String method;
  private final AtomicBoolean written = new AtomicBoolean();
  private volatile Caller caller = Caller.UNKNOWN;
  private volatile SpanContext trace = SpanContext.getInvalid();
  private volatile Map<String, String> request = Map.of();
  private volatile Map<String, String> answer = Map.of();

  AuditEntry(String method) {
    this.method = method;
  }

  /** Notes who calls, and within which trace. */
  void caller(Caller known) {
    caller = known;
    trace = Span.current().getSpanContext();
  }

  /** Notes what the first message is about; a stream's further ones are content. */
  void request(Object message) {
    if (request.isEmpty()) {
      request = ResourceNames.of(message);
    }
  }

  /** Notes what the answer is about. */
  void answer(Object message) {
    answer = ResourceNames.of(message);
  }

  /** Writes the line, unless it is written. */
  void close(Status status, Metadata trailers) {
    if (written.compareAndSet(false, true)) {
      LOG.info(line(status, trailers).encode());
    }
  }

  private JsonObject line(Status status, Metadata trailers) {
    JsonObject line =
        new JsonObject()
            .put("time", Instant.now().toString())
            .put("caller", caller.name())
            .put("kind", caller.kind().name())
            .put("method", method)
            .put("request", new JsonObject(Map.copyOf(request)))
            .put("answer", new JsonObject(Map.copyOf(answer)))
            .put("code", status.getCode().name());
    ErrorStatus.fromStatus(status.asRuntimeException(trailers))
        .ifPresent(failure -> line.put("reason", failure.reason().name()));
    if (trace.isValid()) {
      line.put("traceId", trace.getTraceId());
    }
    return line;
  }
}
