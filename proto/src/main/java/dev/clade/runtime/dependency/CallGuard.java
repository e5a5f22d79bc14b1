package dev.clade.runtime.dependency;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreaker.State;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;

/**
 * Refuses calls to a service that has failed to answer several times, and calls beyond a number in
 * flight, with {@link Reason#DEPENDENCY_UNAVAILABLE}. A call with its retries counts once; a stream
 * has succeeded with its first message.
 */
public final class CallGuard implements ClientInterceptor {
  private final String service;
  private final CircuitBreaker<Object> breaker;
  private final Bulkhead<Object> bulkhead;

  /**
   * Creates a guard whose breaker lets calls pass.
   *
   * @param service short name of the service that is called, such as {@code ingest}
   * @param dependencies where the breaker's state is made known under that name
   */
  public CallGuard(String service, DependencySettings settings, Dependencies dependencies) {
    this.service = service;
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(settings.failures(), settings.window())
            .withSuccessThreshold(1)
            .withDelay(settings.pause())
            .build();
    this.bulkhead = Bulkhead.of(settings.mostCalls());
    dependencies.add(service, breaker);
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      private boolean refused;

      @Override
      public void start(Listener<R> listener, Metadata headers) {
        // The bulkhead first: a permit of a half-open breaker has to be answered for.
        if (!bulkhead.tryAcquirePermit()) {
          refuse(listener, "too much is being asked of %s; try again".formatted(service));
        } else if (!breaker.tryAcquirePermit()) {
          bulkhead.releasePermit();
          refuse(listener, "%s has just failed to answer; try again".formatted(service));
        } else {
          super.start(new RecordingListener<>(listener), headers);
        }
      }

      private void refuse(Listener<R> listener, String message) {
        refused = true;
        StatusRuntimeException told =
            ErrorStatus.toStatus(
                new CladeException(
                    Reason.DEPENDENCY_UNAVAILABLE, message, Map.of("service", service)));
        listener.onClose(told.getStatus(), told.getTrailers());
      }

      @Override
      public void request(int count) {
        if (!refused) {
          super.request(count);
        }
      }

      @Override
      public void sendMessage(Q message) {
        if (!refused) {
          super.sendMessage(message);
        }
      }

      @Override
      public void halfClose() {
        if (!refused) {
          super.halfClose();
        }
      }
    };
  }

  /** Tells the breaker once how the call went, and frees its place when it ends. */
  private final class RecordingListener<R> extends SimpleForwardingClientCallListener<R> {
    private boolean recorded;

    RecordingListener(ClientCall.Listener<R> listener) {
      super(listener);
    }

    @Override
    public void onMessage(R message) {
      record(true);
      super.onMessage(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      bulkhead.releasePermit();
      switch (status.getCode()) {
        case UNAVAILABLE, DEADLINE_EXCEEDED -> record(false);
        // Says nothing of the service, but the one call of a half-open breaker has to say
        // something.
        case CANCELLED -> record(breaker.getState() != State.HALF_OPEN);
        default -> record(true);
      }
      super.onClose(status, trailers);
    }

    private void record(boolean answered) {
      if (recorded) {
        return;
      }
      recorded = true;
      if (answered) {
        breaker.recordSuccess();
      } else {
        breaker.recordFailure();
      }
    }
  }
}
