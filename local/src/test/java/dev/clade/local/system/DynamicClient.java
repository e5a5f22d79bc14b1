package dev.clade.local.system;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.clade.runtime.client.TypedErrors;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A client that knows the contracts as somebody gives them to it, and nothing else of them. */
final class DynamicClient {
  private static final long DEADLINE_SECONDS = 30;

  private final Channel channel;

  /**
   * What a server answered.
   *
   * @param message its first message; empty when there is none
   * @param failure why there is none; empty when there is one
   */
  record Answer(DynamicMessage message, String failure) {}

  DynamicClient(Channel channel) {
    this.channel = channel;
  }

  /** Calls a method; of a stream of answers it takes the first, for some have no end. */
  Answer call(MethodDescriptor method, List<? extends Message> requests) {
    DynamicMessage none = DynamicMessage.getDefaultInstance(method.getOutputType());
    try {
      return new Answer(
          method.isClientStreaming() ? send(method, requests) : first(method, requests, none), "");
    } catch (StatusRuntimeException e) {
      return new Answer(none, TypedErrors.of(e).reason().name());
    }
  }

  private DynamicMessage first(
      MethodDescriptor method, List<? extends Message> requests, DynamicMessage none) {
    Iterator<DynamicMessage> answers =
        ClientCalls.blockingServerStreamingCall(
            channel, grpc(method), options(), (DynamicMessage) requests.getFirst());
    return answers.hasNext() ? answers.next() : none;
  }

  private DynamicMessage send(MethodDescriptor method, List<? extends Message> requests) {
    CompletableFuture<DynamicMessage> answer = new CompletableFuture<>();
    StreamObserver<DynamicMessage> sending =
        ClientCalls.asyncClientStreamingCall(
            channel.newCall(grpc(method), options()),
            new StreamObserver<>() {
              @Override
              public void onNext(DynamicMessage message) {
                answer.complete(message);
              }

              @Override
              public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
              }

              @Override
              public void onCompleted() {}
            });
    requests.forEach(request -> sending.onNext((DynamicMessage) request));
    sending.onCompleted();
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw (StatusRuntimeException) e.getCause();
    }
  }

  private static CallOptions options() {
    return CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpc(
      MethodDescriptor method) {
    return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(
            method.isClientStreaming() ? MethodType.CLIENT_STREAMING : MethodType.SERVER_STREAMING)
        .setFullMethodName(
            io.grpc.MethodDescriptor.generateFullMethodName(
                method.getService().getFullName(), method.getName()))
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
        .build();
  }
}
