package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceImplBase;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetResponse;
import dev.clade.local.CladeCommand;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.Endpoints;
import dev.clade.local.client.MeshClient;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportEmbeddingCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; Missing required argument",
        "--records a --feature-set b; mutually exclusive",
        "--records missing; --records: there is no file missing",
        "--records missing --seeds 0; --seeds must be from 1 to 100; it is 0",
        "--records missing --rows 99; --rows must be from 100 to 2,147,483,647",
        "--records missing --epochs 10001; --epochs must be from 1 to 10,000"
      })
  void optionsThatMakeNoSenseAreRefused(String options, String words) {
    assertThat(clade(options)).isEqualTo(2);
    assertThat(err.toString()).contains(words);
  }

  @Test
  void aSetIsFetchedWholeOrNotAtAll() throws Exception {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Fake())
            .build()
            .start();
    String address = "127.0.0.1:" + server.getPort();
    Path file = folder.resolve("set");
    try (MeshClient client =
        new MeshClient(
            Endpoints.parse(String.join(",", address, address, address)), OpenTelemetry.noop())) {
      EmbeddingVersions versions = new EmbeddingVersions(client);
      assertThatThrownBy(() -> versions.fetch("featureSets/broken", file))
          .isInstanceOf(CallFailure.class);
      assertThat(file).doesNotExist();
      versions.fetch("featureSets/f", file);
      assertThat(file).hasContent("records of featureSets/f");
    } finally {
      server.shutdownNow();
    }
  }

  private int clade(String options) {
    return CladeCommand.run(
        new PrintWriter(new StringWriter(), true),
        new PrintWriter(err, true),
        Stream.concat(
                Stream.of("report", "embedding"),
                Stream.ofNullable(options).flatMap(each -> Stream.of(each.split(" "))))
            .toArray(String[]::new));
  }

  /** A set in two parts, and one that breaks behind the first. */
  private static final class Fake extends EmbeddingServiceImplBase {
    @Override
    public void streamFeatureSet(
        StreamFeatureSetRequest request, StreamObserver<StreamFeatureSetResponse> client) {
      client.onNext(part("records of "));
      if (request.getName().equals("featureSets/broken")) {
        client.onError(Status.INTERNAL.asRuntimeException());
        return;
      }
      client.onNext(part(request.getName()));
      client.onCompleted();
    }

    private static StreamFeatureSetResponse part(String text) {
      return StreamFeatureSetResponse.newBuilder().setChunk(ByteString.copyFromUtf8(text)).build();
    }
  }
}
