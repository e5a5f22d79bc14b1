package dev.clade.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.runtime.testing.MountedSecret;
import io.grpc.Attributes;
import io.grpc.CallCredentials.MetadataApplier;
import io.grpc.CallCredentials.RequestInfo;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.SecurityLevel;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a token goes and where it does not, and when its file is read again. */
final class BearerTokenFileTest {
  private static final SocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 9101);
  private static final SocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9101);

  @TempDir private Path folder;

  @Test
  void aTokenIsReadAgainWhenItsFileChangesAlsoBehindALink() throws IOException {
    MountedSecret secret = new MountedSecret(folder);
    secret.put(Map.of("token", "first\n"));
    BearerTokenFile token = new BearerTokenFile(secret.file("token"));
    assertThat(sent(token, SecurityLevel.PRIVACY_AND_INTEGRITY, ELSEWHERE).header())
        .isEqualTo("Bearer first");
    secret.put(Map.of("token", "other\n"));
    assertThat(sent(token, SecurityLevel.PRIVACY_AND_INTEGRITY, ELSEWHERE).header())
        .isEqualTo("Bearer other");
  }

  @Test
  void unencryptedATokenGoesToThisMachineOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "secret");
    BearerTokenFile token = new BearerTokenFile(file);
    assertThat(sent(token, SecurityLevel.NONE, LOOPBACK).header()).isEqualTo("Bearer secret");
    Applied refused = sent(token, SecurityLevel.NONE, ELSEWHERE);
    assertThat(refused.headers).isNull();
    assertThat(refused.failure.getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(refused.failure.getDescription())
        .contains("not encrypted", "CLADE_TLS_AUTHORITIES")
        .doesNotContain("secret");
  }

  @Test
  void aFileThatIsGoneFailsCallsUntilItIsBack() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "secret");
    BearerTokenFile token = new BearerTokenFile(file);
    Files.delete(file);
    Applied refused = sent(token, SecurityLevel.PRIVACY_AND_INTEGRITY, ELSEWHERE);
    assertThat(refused.failure.getDescription()).contains("CLADE_TOKEN_FILE", file.toString());
    Files.writeString(file, "again");
    assertThat(sent(token, SecurityLevel.PRIVACY_AND_INTEGRITY, ELSEWHERE).header())
        .isEqualTo("Bearer again");
  }

  private static Applied sent(BearerTokenFile token, SecurityLevel level, SocketAddress peer) {
    Applied applied = new Applied();
    token.applyRequestMetadata(new Call(level, peer), Runnable::run, applied);
    return applied;
  }

  /** What became of a call. */
  private static final class Applied extends MetadataApplier {
    private Metadata headers;
    private Status failure;

    @Override
    public void apply(Metadata given) {
      headers = given;
    }

    @Override
    public void fail(Status status) {
      failure = status;
    }

    String header() {
      return headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
    }
  }

  /** A call over a connection of some security. */
  private static final class Call extends RequestInfo {
    private final SecurityLevel level;
    private final SocketAddress peer;

    Call(SecurityLevel level, SocketAddress peer) {
      this.level = level;
      this.peer = peer;
    }

    @Override
    public MethodDescriptor<?, ?> getMethodDescriptor() {
      return CatalogueServiceGrpc.getGetArtifactMethod();
    }

    @Override
    public SecurityLevel getSecurityLevel() {
      return level;
    }

    @Override
    public String getAuthority() {
      return "clade-ingest:9101";
    }

    @Override
    public Attributes getTransportAttrs() {
      return Attributes.newBuilder().set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, peer).build();
    }
  }
}
