package dev.clade.local.fuzz;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.Optional;

/** A call of a method known by its descriptor alone. */
final class GoodCall {
  private GoodCall() {}

  /** Returns what a method answers, or nothing when it fails. */
  static Optional<DynamicMessage> answer(
      Channel channel, FuzzedMethod method, DynamicMessage request) {
    MethodDescriptor<DynamicMessage, DynamicMessage> descriptor =
        MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method.name())
            .setRequestMarshaller(
                ProtoUtils.marshaller(
                    DynamicMessage.getDefaultInstance(method.descriptor().getInputType())))
            .setResponseMarshaller(
                ProtoUtils.marshaller(
                    DynamicMessage.getDefaultInstance(method.descriptor().getOutputType())))
            .build();
    try {
      return Optional.of(
          ClientCalls.blockingUnaryCall(channel, descriptor, CallOptions.DEFAULT, request));
    } catch (StatusRuntimeException e) {
      return Optional.empty();
    }
  }
}
