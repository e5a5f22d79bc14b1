package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.local.client.Address;
import dev.clade.local.client.FileImport;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The largest messages that services take are parsed on the thread that serves a connection's other
 * calls. How long these wait for it is printed, not held against a bound.
 */
final class LargeMessagesIT {
  private static final int LARGE = Rounds.count();

  /** As large as an image set may be, and it does not make one. */
  private static final CreateImageSetRequest LARGEST_SET =
      CreateImageSetRequest.newBuilder()
          .setImageSet(
              ImageSet.newBuilder()
                  .setWidth(1)
                  .setHeight(1)
                  .addContributors(
                      Contributor.newBuilder().setPixels(ByteString.copyFrom(new byte[5 << 20]))))
          .build();

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start(List.of(Service.INGEST, Service.VALUATION), Map.of());
    new FileImport(mesh.client()).run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {});
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void aSetThatIsTooLargeIsRefusedByName() throws Exception {
    measure(
        "image sets of 5 MiB",
        Service.VALUATION,
        channel -> {
          try {
            TypedErrors.call(
                () -> ValuationServiceGrpc.newBlockingStub(channel).createImageSet(LARGEST_SET));
            throw new AssertionError("taken");
          } catch (CladeException e) {
            assertThat(e.reason().code()).isNotEqualTo(Reason.INTERNAL.code());
          }
        });
  }

  @Test
  void fullPages() throws Exception {
    measure(
        "full pages",
        Service.INGEST,
        channel ->
            assertThat(
                    CatalogueServiceGrpc.newBlockingStub(channel)
                        .listArtifacts(ListArtifactsRequest.newBuilder().setPageSize(5_000).build())
                        .getArtifactsCount())
                .isPositive());
  }

  @Test
  void chunksOfUploads() throws Exception {
    measure("uploads of 8 chunks of 1 MiB", Service.INGEST, LargeMessagesIT::upload);
  }

  /** One large exchange over a connection. */
  private interface Exchange {
    void over(ManagedChannel channel) throws Exception;
  }

  private static void measure(String what, Service service, Exchange exchange) throws Exception {
    Address address = mesh.mesh().endpoints().of(service);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port())
            .usePlaintext()
            .maxInboundMessageSize(CladeChannel.LARGEST_ANSWER)
            .build();
    try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
      HealthGrpc.HealthBlockingStub other = HealthGrpc.newBlockingStub(channel);
      List<Long> alone = new ArrayList<>();
      for (int call = 0; call < 500; call++) {
        alone.add(time(other));
      }
      Future<?> large =
          sender.submit(
              () -> {
                for (int i = 0; i < LARGE; i++) {
                  exchange.over(channel);
                }
                return null;
              });
      List<Long> beside = new ArrayList<>();
      while (!large.isDone()) {
        beside.add(time(other));
      }
      large.get();
      System.out.printf(
          "a small call beside %s: %s; alone: %s%n", what, describe(beside), describe(alone));
    } finally {
      channel.shutdownNow();
    }
  }

  private static long time(HealthGrpc.HealthBlockingStub other) {
    long begin = System.nanoTime();
    other.check(HealthCheckRequest.getDefaultInstance());
    return System.nanoTime() - begin;
  }

  private static String describe(List<Long> nanos) {
    Collections.sort(nanos);
    return "median %.1f ms, p99 %.1f ms, worst %.1f ms of %d"
        .formatted(
            nanos.get(nanos.size() / 2) / 1e6,
            nanos.get(nanos.size() * 99 / 100) / 1e6,
            nanos.getLast() / 1e6,
            nanos.size());
  }

  private static void upload(ManagedChannel channel) {
    CompletableFuture<UploadFileResponse> answer = new CompletableFuture<>();
    StreamObserver<UploadFileRequest> file =
        ImportServiceGrpc.newStub(channel)
            .uploadFile(
                new StreamObserver<>() {
                  @Override
                  public void onNext(UploadFileResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    file.onNext(UploadFileRequest.newBuilder().setFileName("large.tsv").build());
    ByteString chunk = ByteString.copyFrom(new byte[1 << 20]);
    for (int i = 0; i < 8; i++) {
      file.onNext(UploadFileRequest.newBuilder().setChunk(chunk).build());
    }
    file.onCompleted();
    assertThat(answer.join().getSizeBytes()).isEqualTo(8L << 20);
  }
}
