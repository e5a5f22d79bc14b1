package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a server what it has. */
final class Reflection {
  private Reflection() {}

  /** Returns the names of the services of gRPC at an address. */
  static List<String> services(Address address) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    try {
      CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
      StreamObserver<ServerReflectionRequest> asking =
          ServerReflectionGrpc.newStub(channel).serverReflectionInfo(new First(answer));
      asking.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
      asking.onCompleted();
      return answer.join().getListServicesResponse().getServiceList().stream()
          .map(ServiceResponse::getName)
          .toList();
    } finally {
      channel.shutdownNow();
    }
  }

  /** Keeps the first answer. */
  private record First(CompletableFuture<ServerReflectionResponse> answer)
      implements StreamObserver<ServerReflectionResponse> {
    @Override
    public void onNext(ServerReflectionResponse response) {
      answer.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
