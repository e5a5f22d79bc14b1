package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.CreateFeatureSetResponse;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceImplBase;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetEmbeddingRequest;
import dev.clade.lineage.v1.GetEmbeddingResponse;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.GetFeatureSetResponse;
import dev.clade.lineage.v1.ListEmbeddingsRequest;
import dev.clade.lineage.v1.ListEmbeddingsResponse;
import dev.clade.lineage.v1.ServeEmbeddingRequest;
import dev.clade.lineage.v1.ServeEmbeddingResponse;
import dev.clade.local.CladeCommand;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddingCommandsTest {
  private static final FeatureSet READY =
      FeatureSet.newBuilder()
          .setName("featureSets/f")
          .setState(FeatureSet.State.STATE_READY)
          .setRepositoryCount(1_234)
          .setDigest("abc")
          .build();

  private final Fake service = new Fake();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Server server;

  @BeforeEach
  void serve() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service)
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void aSetIsWaitedFor() throws Exception {
    assertThat(clade("features", "create", "--snapshot-time", "2024-05-01")).isZero();
    assertThat(service.asked.getSnapshotTime()).isEqualTo(Timestamps.parse("2024-05-01T00:00:00Z"));
    assertThat(service.looks).isEqualTo(2);
    assertThat(out.toString())
        .contains("featureSets/f", "state           ready", "repositories    1,234");
  }

  @Test
  void aSetThatFailedIsAFailure() {
    service.last =
        READY.toBuilder()
            .setState(FeatureSet.State.STATE_FAILED)
            .setFailure("the catalogue is away")
            .build();
    assertThat(clade("features", "create")).isEqualTo(1);
    assertThat(out.toString()).contains("failed", "the catalogue is away");
  }

  @Test
  void aSetIsShownAsJson() {
    service.looks = 1;
    assertThat(clade("features", "show", "f", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"name\": \"featureSets/f\"", "\"state\": \"STATE_READY\"");
  }

  @Test
  void versionsOfAllPagesAreListed() {
    assertThat(clade("embedding", "list")).isZero();
    assertThat(out.toString()).contains("embeddings/a", "serving", "embeddings/b", "being encoded");
  }

  @Test
  void aVersionIsShownAndServed() {
    assertThat(clade("embedding", "show", "embeddings/a")).isZero();
    assertThat(out.toString()).contains("trained on      featureSets/f", "link_mrr", "0.2500");
    assertThat(clade("embedding", "serve", "a")).isZero();
    assertThat(service.served).isEqualTo("embeddings/a");
  }

  private int clade(String group, String... arguments) {
    String address = "127.0.0.1:" + server.getPort();
    return CladeCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(
                Stream.of(group, "--target", String.join(",", address, address, address)),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** A set that is made at the second look, and two versions on two pages. */
  private static final class Fake extends EmbeddingServiceImplBase {
    private CreateFeatureSetRequest asked;
    private FeatureSet last = READY;
    private String served = "";
    private int looks;

    @Override
    public void createFeatureSet(
        CreateFeatureSetRequest request, StreamObserver<CreateFeatureSetResponse> client) {
      asked = request;
      client.onNext(CreateFeatureSetResponse.newBuilder().setFeatureSet(making()).build());
      client.onCompleted();
    }

    @Override
    public void getFeatureSet(
        GetFeatureSetRequest request, StreamObserver<GetFeatureSetResponse> client) {
      looks++;
      client.onNext(
          GetFeatureSetResponse.newBuilder().setFeatureSet(looks < 2 ? making() : last).build());
      client.onCompleted();
    }

    @Override
    public void listEmbeddings(
        ListEmbeddingsRequest request, StreamObserver<ListEmbeddingsResponse> client) {
      ListEmbeddingsResponse.Builder page = ListEmbeddingsResponse.newBuilder();
      if (request.getPageToken().isEmpty()) {
        page.addEmbeddings(version("embeddings/a")).setNextPageToken("next");
      } else {
        page.addEmbeddings(
            Embedding.newBuilder()
                .setName("embeddings/b")
                .setState(Embedding.State.STATE_ENCODING));
      }
      client.onNext(page.build());
      client.onCompleted();
    }

    @Override
    public void getEmbedding(
        GetEmbeddingRequest request, StreamObserver<GetEmbeddingResponse> client) {
      client.onNext(
          GetEmbeddingResponse.newBuilder().setEmbedding(version(request.getName())).build());
      client.onCompleted();
    }

    @Override
    public void serveEmbedding(
        ServeEmbeddingRequest request, StreamObserver<ServeEmbeddingResponse> client) {
      served = request.getName();
      client.onNext(
          ServeEmbeddingResponse.newBuilder().setEmbedding(version(request.getName())).build());
      client.onCompleted();
    }

    private static FeatureSet making() {
      return READY.toBuilder().setState(FeatureSet.State.STATE_MAKING).build();
    }

    private static Embedding version(String name) {
      return Embedding.newBuilder()
          .setName(name)
          .setFeatureSet("featureSets/f")
          .setState(Embedding.State.STATE_READY)
          .setServing(true)
          .putMetrics("link_mrr", 0.25)
          .build();
    }
  }
}
