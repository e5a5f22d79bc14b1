package dev.clade.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.StartImportRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operators who keep the audit log apart have whole lines of it in a file, and nothing else. */
@QuarkusTest
@TestProfile(AuditFileTest.WithFile.class)
final class AuditFileTest {
  private static final Path FILE = Path.of("target", "audit-file-test.log");

  @TestHTTPResource URI server;

  @Test
  void aChangeIsALineOfTheFile() throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    try {
      ImportServiceGrpc.newBlockingStub(channel)
          .startImport(StartImportRequest.newBuilder().setUpload("uploads/kept-apart").build());
    } finally {
      channel.shutdownNow();
    }

    List<String> lines = Files.readAllLines(FILE);
    assertThat(lines)
        .allSatisfy(line -> assertThat(new JsonObject(line).getString("method")).isNotEmpty());
    assertThat(new JsonObject(lines.getLast()).getJsonObject("request").getString("upload"))
        .isEqualTo("uploads/kept-apart");
  }

  /** Switches the file on as operators do. */
  public static final class WithFile implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "test,audit";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("CLADE_AUDIT_FILE", FILE.toString());
    }
  }
}
