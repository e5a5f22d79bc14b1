package dev.clade.runtime.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;

/** Gives unary calls a deadline when their caller set none, so that no call waits forever. */
final class DefaultDeadline implements ClientInterceptor {
  private final Duration deadline;

  DefaultDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    boolean unary = method.getType() == MethodDescriptor.MethodType.UNARY;
    return next.newCall(
        method,
        unary && options.getDeadline() == null ? options.withDeadlineAfter(deadline) : options);
  }
}
