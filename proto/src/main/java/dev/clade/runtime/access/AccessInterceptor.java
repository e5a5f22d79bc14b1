package dev.clade.runtime.access;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.grpc.FailureLog;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.runtime.limit.CallLimits;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a gRPC call through to its handler if its caller has the role that the method needs and
 * there is room for it, and tells the handler who calls. Failures, deadlines and traces are outside
 * of it, so that a refusal is told, ended and seen like any other answer.
 */
@GlobalInterceptor
@Singleton
final class AccessInterceptor implements ServerInterceptor, Prioritized {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Inside of all others, which have none or a higher one. */
  private static final int INNERMOST = -100;

  /** Longer than an issuer is waited for. */
  private static final long LONGEST_SECONDS = 30;

  private final MethodRoles methods;
  private final Authenticator authenticator;
  private final CallLimits limits;

  @Inject
  AccessInterceptor(MethodRoles methods, Authenticator authenticator, CallLimits limits) {
    this.methods = methods;
    this.authenticator = authenticator;
    this.limits = limits;
  }

  @Override
  public int getPriority() {
    return INNERMOST;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return switch (methods.of(call.getMethodDescriptor())) {
      case Requirement.Open _ -> next.startCall(call, headers);
      case Requirement.Refused _ -> refuse(call, RefusedCredentials.nobodyMay());
      case Requirement.Needs(Role role) ->
          start(
              authenticator.authenticate(credentials(call, headers)).subscribeAsCompletionStage(),
              call,
              caller -> admit(caller, role, call, headers, next));
    };
  }

  /** What starts a call once its caller is known. */
  private interface Start<Q> {
    ServerCall.Listener<Q> of(Caller caller);
  }

  private static <Q, R> ServerCall.Listener<Q> start(
      CompletableFuture<Caller> caller, ServerCall<Q, R> call, Start<Q> start) {
    if (caller.isDone() || !io.vertx.core.Context.isOnEventLoopThread()) {
      return startNow(caller, call, start);
    }
    PostponedListener<Q> postponed = new PostponedListener<>();
    Context context = Context.current();
    caller.whenCompleteAsync(
        (_, _) -> context.run(() -> postponed.continueWith(startNow(caller, call, start))),
        CallerContext.current());
    return postponed;
  }

  /** On a worker's thread this may wait; what runs there has to start there. */
  private static <Q, R> ServerCall.Listener<Q> startNow(
      CompletableFuture<Caller> caller, ServerCall<Q, R> call, Start<Q> start) {
    Caller known;
    try {
      known = Uninterruptibles.getUninterruptibly(caller, LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      CurrentCaller.tell(Caller.UNKNOWN);
      return refuse(call, FailureTranslator.translate(e));
    } catch (TimeoutException _) {
      CurrentCaller.tell(Caller.UNKNOWN);
      return refuse(call, Authenticator.unreachable());
    }
    CurrentCaller.tell(known);
    return start.of(known);
  }

  private <Q, R> ServerCall.Listener<Q> admit(
      Caller caller,
      Role needed,
      ServerCall<Q, R> call,
      Metadata headers,
      ServerCallHandler<Q, R> next) {
    Runnable leave;
    try {
      caller.require(needed);
      leave = limits.enter(caller.key(), CallShape.waits(call.getMethodDescriptor()));
    } catch (CladeException e) {
      return refuse(call, e);
    }
    try {
      return new LeavingListener<>(
          Contexts.interceptCall(
              CurrentCaller.with(caller), new LeavingCall<>(call, leave), headers, next),
          leave);
    } catch (RuntimeException e) {
      leave.run();
      throw e;
    }
  }

  private static <Q, R> ServerCall.Listener<Q> refuse(ServerCall<Q, R> call, CladeException told) {
    FailureLog.log(told);
    StatusRuntimeException status = ErrorStatus.toStatus(told);
    call.close(status.getStatus(), status.getTrailers());
    return new ServerCall.Listener<>() {};
  }

  private static Credentials credentials(ServerCall<?, ?> call, Metadata headers) {
    Iterable<String> authorization = headers.getAll(AUTHORIZATION);
    return new Credentials(
        authorization == null ? ImmutableList.of() : ImmutableList.copyOf(authorization),
        call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION),
        identity());
  }

  /** What Quarkus' gRPC server leaves of the HTTP request; it costs nothing until it is asked. */
  private static Uni<SecurityIdentity> identity() {
    io.vertx.core.Context context = Vertx.currentContext();
    Uni<SecurityIdentity> deferred =
        context == null ? null : context.getLocal(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
    return deferred == null ? Uni.createFrom().nullItem() : deferred;
  }
}
