package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportHeader;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportLineageResponse;
import dev.clade.lineage.v1.ExportScope;
import dev.clade.lineage.v1.ExportServiceGrpc.ExportServiceImplBase;
import dev.clade.lineage.v1.Truncation;
import dev.clade.local.CladeCommand;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
  /** Tells the same document, cut in the middle of a character, to all but nobody. */
  private static final class Exports extends ExportServiceImplBase {
    private final ByteString content = ByteString.copyFromUtf8("{\"é\": 1}\n");
    private ExportLineageRequest asked = ExportLineageRequest.getDefaultInstance();

    @Override
    public void exportLineage(
        ExportLineageRequest request, StreamObserver<ExportLineageResponse> client) {
      asked = request;
      if (request.getName().equals("models/nobody")) {
        client.onError(
            ErrorStatus.toStatus(
                CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, request.getName())));
        return;
      }
      ExportHeader.Builder header =
          ExportHeader.newBuilder()
              .setMediaType("application/json")
              .setFileName("x.json")
              .setSizeBytes(content.size())
              .setSnapshotSequence(7)
              .setTruncation(
                  Truncation.newBuilder()
                      .setReason(Truncation.Reason.REASON_MAX_NODES)
                      .addFrontier("models/x")
                      .setTotalFrontierCount(1));
      client.onNext(ExportLineageResponse.newBuilder().setHeader(header).build());
      for (ByteString chunk : List.of(content.substring(0, 3), content.substring(3))) {
        client.onNext(ExportLineageResponse.newBuilder().setChunk(chunk).build());
      }
      client.onCompleted();
    }
  }

  private final Exports exports = new Exports();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void serve() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(exports)
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void theDocumentAloneGoesToTheStandardOutput() {
    assertThat(clade("gpt2", "--format", "json")).isZero();
    assertThat(out).hasToString("{\"é\": 1}\n");
    assertThat(err.toString()).isEmpty();
    assertThat(exports.asked)
        .isEqualTo(
            ExportLineageRequest.newBuilder()
                .setName("models/gpt2")
                .setFormat(ExportFormat.EXPORT_FORMAT_JSON)
                .build());
  }

  @Test
  void theDocumentGoesToAFileAndWhatItIsToTheOutput() throws Exception {
    Path file = folder.resolve("x.json");
    assertThat(clade("datasets/glue", "--format", "dot", "--output", file.toString())).isZero();
    assertThat(file).hasContent("{\"é\": 1}\n");
    assertThat(out)
        .hasToString(
            file
                + """
                : 10 bytes of application/json; feed at 7
                Cut at the number of artifacts asked for: there is more beyond 1 of these, such as x.
                """);
  }

  @Test
  void jsonTellsWhatTheDocumentIs() throws Exception {
    Path file = folder.resolve("header.json");
    assertThat(clade("gpt2", "--format", "graphml", "--json", file.toString())).isZero();
    assertThat(out).hasToString("{\"é\": 1}\n");
    assertThat(Files.readString(file)).contains("\"file_name\": \"x.json\"");
    assertThat(clade("gpt2", "--format", "dot", "--json")).isEqualTo(2);
    assertThat(err.toString()).contains("--json needs --output");
  }

  @Test
  void optionsAreAsked() {
    assertThat(clade("x/y", "--format=openlineage", "--scope=family", "--depth=3", "--max-nodes=5"))
        .isZero();
    assertThat(exports.asked)
        .isEqualTo(
            ExportLineageRequest.newBuilder()
                .setName("models/x/y")
                .setFormat(ExportFormat.EXPORT_FORMAT_OPENLINEAGE_JSON)
                .setScope(ExportScope.EXPORT_SCOPE_FAMILY)
                .setMaxDepth(3)
                .setMaxNodes(5)
                .build());
    assertThat(clade("x/y", "--format=cyclonedx")).isZero();
    assertThat(exports.asked.getFormat()).isEqualTo(ExportFormat.EXPORT_FORMAT_CYCLONEDX_JSON);
  }

  @Test
  void whatIsWrongIsOneLine() {
    assertThat(clade("nobody", "--format", "dot")).isEqualTo(1);
    assertThat(clade("gpt2")).isEqualTo(2);
    assertThat(clade("gpt2", "--format", "pdf")).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("clade: there is no \"models/nobody\""),
            line -> assertThat(line).contains("'--format=<format>'"),
            line -> assertThat(line).contains("CYCLONEDX, OPENLINEAGE, GRAPHML, DOT, JSON"));
  }

  private int clade(String... arguments) {
    String address = "127.0.0.1:" + server.getPort();
    return CladeCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(
                Stream.of("export", "--target", String.join(",", address, address, address)),
                Stream.of(arguments))
            .toArray(String[]::new));
  }
}
