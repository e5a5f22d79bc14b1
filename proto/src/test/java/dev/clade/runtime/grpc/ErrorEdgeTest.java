package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves a real server, read by a client of another gRPC implementation. */
@QuarkusTest
final class ErrorEdgeTest {
  private static final String SECRET = "jdbc:postgresql://10.1.2.3/clade?password=hunter2";

  @TestHTTPResource URI server;
  @Inject Fault fault;

  private ManagedChannel channel;
  private CatalogueServiceGrpc.CatalogueServiceBlockingStub client;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    client = CatalogueServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonArrivesWithItsErrorInfo(Reason reason) throws Exception {
    fault.set(new CladeException(reason, "a sentence for people", Map.of("field", "name")));
    for (StatusRuntimeException thrown : failuresOfEveryKind()) {
      com.google.rpc.Status status = StatusProto.fromThrowable(thrown);
      assertThat(status.getCode()).isEqualTo(reason.code().value());
      assertThat(status.getMessage()).isEqualTo("a sentence for people");
      assertThat(status.getDetailsList()).hasSize(1);
      ErrorInfo info = status.getDetails(0).unpack(ErrorInfo.class);
      assertThat(info.getReason()).isEqualTo(reason.name());
      assertThat(info.getDomain()).isEqualTo("clade.dev");
      assertThat(info.getMetadataMap()).containsExactlyEntriesOf(Map.of("field", "name"));
      CladeException typed = ErrorStatus.fromStatus(thrown).orElseThrow();
      assertThat(typed.reason()).isEqualTo(reason);
      assertThat(typed).hasMessage("a sentence for people");
    }
  }

  @Test
  void internalTextNeverLeaves() {
    fault.set(new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));
    for (StatusRuntimeException thrown : failuresOfEveryKind()) {
      CladeException told = ErrorStatus.fromStatus(thrown).orElseThrow();
      assertThat(told.reason()).isEqualTo(Reason.INTERNAL);
      assertThat(told.metadata()).containsOnlyKeys(FailureTranslator.INCIDENT);
      assertThat(told).hasMessageEndingWith(told.metadata().get(FailureTranslator.INCIDENT));
      assertNothingLeaks(thrown);
    }
  }

  @Test
  void aLostDatabaseIsUnavailableInPlainWords() {
    fault.set(new CompletionException(SECRET, new ConnectException(SECRET)));
    for (StatusRuntimeException thrown : failuresOfEveryKind()) {
      CladeException told = ErrorStatus.fromStatus(thrown).orElseThrow();
      assertThat(told.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
      assertNothingLeaks(thrown);
    }
  }

  @Test
  void foreignStatusesLoseTheirText() {
    fault.set(Status.INVALID_ARGUMENT.withDescription(SECRET).asRuntimeException());
    for (StatusRuntimeException thrown : failuresOfEveryKind()) {
      assertThat(ErrorStatus.fromStatus(thrown).orElseThrow().reason()).isEqualTo(Reason.INTERNAL);
      assertNothingLeaks(thrown);
    }
  }

  private List<StatusRuntimeException> failuresOfEveryKind() {
    return List.of(
        failureOf(stub -> stub.getArtifact(GetArtifactRequest.getDefaultInstance())),
        failureOf(stub -> stub.listArtifacts(ListArtifactsRequest.getDefaultInstance())),
        failureOf(
            stub ->
                stub.streamChanges(StreamChangesRequest.getDefaultInstance())
                    .forEachRemaining(_ -> {})));
  }

  private StatusRuntimeException failureOf(
      Consumer<CatalogueServiceGrpc.CatalogueServiceBlockingStub> call) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> call.accept(client));
  }

  private static void assertNothingLeaks(StatusRuntimeException thrown) {
    assertThat(thrown.getStatus().toString()).doesNotContain("hunter2", "Exception");
    assertThat(thrown.getTrailers().toString()).doesNotContain("hunter2", "Exception");
    assertThat(StatusProto.fromThrowable(thrown).toString()).doesNotContain("hunter2", "Exception");
  }
}
