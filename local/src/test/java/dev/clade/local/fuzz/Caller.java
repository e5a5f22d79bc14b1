package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import dev.clade.runtime.testing.RawBytes;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes calls of one service, whatever their bytes. Calls that a client ends have connections of
 * their own, so that what they do to these is nobody else's.
 */
final class Caller implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(150);
  private static final int MOST_ANSWERS = 20;
  private static final int LARGEST_ANSWER = 64 << 20;

  private final ManagedChannel orderly;
  private final ManagedChannel restless;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Caller(Address address) {
    orderly = open(address);
    restless = open(address);
  }

  private static ManagedChannel open(Address address) {
    return NettyChannelBuilder.forAddress(address.host(), address.port())
        .usePlaintext()
        .disableRetry()
        .maxInboundMessageSize(LARGEST_ANSWER)
        .maxInboundMetadataSize(1 << 20)
        .build();
  }

  /** Begins a call, and hands on how it ended. */
  void send(FuzzCase sent, Consumer<Outcome> ended) {
    boolean ends = sent.method().waits() || sent.behaviour() != Behaviour.ORDERLY;
    ClientCall<byte[], byte[]> call =
        (ends ? restless : orderly)
            .newCall(
                MethodDescriptor.newBuilder(RawBytes.IT, RawBytes.IT)
                    .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                    .setFullMethodName(sent.method().name())
                    .build(),
                CallOptions.DEFAULT.withDeadlineAfter(LONGEST));
    Listener listener = new Listener(call, ends, ended);
    call.start(listener, metadata(sent));
    call.request(1);
    if (sent.behaviour() == Behaviour.CANCELS_AT_ONCE) {
      listener.end();
      return;
    }
    if (sent.behaviour() != Behaviour.SENDS_NOTHING) {
      sent.messages().forEach(call::sendMessage);
    }
    if (sent.behaviour() != Behaviour.NEVER_ENDS) {
      call.halfClose();
    }
    if (sent.behaviour() == Behaviour.CANCELS_AFTER_SENDING) {
      listener.end();
    } else if (ends) {
      timer.schedule(listener::end, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Metadata metadata(FuzzCase sent) {
    Metadata headers = new Metadata();
    sent.headers()
        .forEach(
            (name, value) -> {
              if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
                headers.put(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER), value);
              } else {
                headers.put(
                    Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER),
                    new String(value, StandardCharsets.US_ASCII));
              }
            });
    return headers;
  }

  @Override
  public void close() {
    orderly.shutdownNow();
    restless.shutdownNow();
    timer.shutdownNow();
  }

  /** Takes a few answers and then ends the call. */
  private static final class Listener extends ClientCall.Listener<byte[]> {
    private final ClientCall<byte[], byte[]> call;
    private final boolean restless;
    private final Consumer<Outcome> ended;
    private volatile boolean byClient;
    private int answers;

    Listener(ClientCall<byte[], byte[]> call, boolean restless, Consumer<Outcome> ended) {
      this.call = call;
      this.restless = restless;
      this.ended = ended;
    }

    void end() {
      byClient = true;
      call.cancel("the client has enough", null);
    }

    @Override
    public void onMessage(byte[] message) {
      answers++;
      if (answers < MOST_ANSWERS) {
        call.request(1);
      } else {
        end();
      }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      boolean own = byClient || (restless && isOfCrossedResets(status));
      ended.accept(new Outcome(status, trailers, own));
    }

    /**
     * Netty's server resets a stream whose headers are illegal without ever opening it. When the
     * client resets it at the same moment, that is an error of the connection, which is the
     * client's own; it may find the connection closed before it reads why.
     */
    private static boolean isOfCrossedResets(Status status) {
      return status.getCause() instanceof IOException
          || String.valueOf(status.getDescription())
              .matches(".*Stream \\d+ does not exist for inbound frame RST_STREAM.*");
    }
  }
}
