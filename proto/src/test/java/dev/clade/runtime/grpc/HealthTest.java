package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.lineage.v1.LineageServiceGrpc;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Quarkus answers {@code grpc.health.v1} for the server and for each service by its full name. */
@QuarkusTest
final class HealthTest {
  @TestHTTPResource URI server;

  @Test
  void everyServiceReportsItsHealthByName() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    try {
      HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
      assertThat(status(health, "")).isEqualTo(ServingStatus.SERVING);
      assertThat(status(health, CatalogueServiceGrpc.SERVICE_NAME))
          .isEqualTo(ServingStatus.SERVING);
      assertThat(status(health, LineageServiceGrpc.SERVICE_NAME)).isEqualTo(ServingStatus.SERVING);
      assertThat(status(health, "clade.none.v1.NoService")).isEqualTo(ServingStatus.UNKNOWN);
    } finally {
      channel.shutdownNow();
    }
  }

  private static ServingStatus status(HealthGrpc.HealthBlockingStub health, String service) {
    return health.check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus();
  }
}
