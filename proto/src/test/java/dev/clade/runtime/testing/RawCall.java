package dev.clade.runtime.testing;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A call of any method with an empty message, and how far it came. */
final class RawCall extends ClientCall.Listener<byte[]> {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = 2_000_000;

  private final String id = UUID.randomUUID().toString();
  private final CompletableFuture<Throwable> end = new CompletableFuture<>();
  private final ClientCall<byte[], byte[]> call;

  private RawCall(ClientCall<byte[], byte[]> call) {
    this.call = call;
  }

  /**
   * Makes a call and returns why it was refused, or nothing when it has reached its handler; then
   * it goes on until the channel is closed.
   *
   * @param method full name, such as {@code clade.ingest.v1.ImportService/StartImport}
   * @param authorization the header, if there is to be one
   */
  static Optional<CladeException> refusal(
      Channel channel, String method, Optional<String> authorization, ReachedCalls reached) {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.newBuilder(RawBytes.IT, RawBytes.IT)
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .setFullMethodName(method)
            .build();
    RawCall call =
        new RawCall(channel.newCall(descriptor, CallOptions.DEFAULT.withDeadlineAfter(LONGEST)));
    call.start(authorization);
    while (!call.end.isDone() && !reached.contains(call.id)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (reached.contains(call.id)) {
      return Optional.empty();
    }
    Throwable failure = call.end.join();
    return Optional.of(
        ErrorStatus.fromStatus(failure)
            .orElseThrow(() -> new AssertionError(method + " ended without a reason", failure)));
  }

  private void start(Optional<String> authorization) {
    Metadata headers = new Metadata();
    headers.put(ReachedCalls.CALL, id);
    authorization.ifPresent(value -> headers.put(TestCalls.AUTHORIZATION, value));
    call.start(this, headers);
    call.request(1);
    call.sendMessage(new byte[0]);
    call.halfClose();
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    end.complete(status.asRuntimeException(trailers));
  }
}
