package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ComplianceServiceGrpc.ComplianceServiceBlockingStub;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with certificates, as the transport has verified them. */
@QuarkusTest
@TestProfile(MeshCertificateTest.AskForCertificates.class)
@QuarkusTestResource(value = MeshCertificates.class, restrictToAnnotatedClass = true)
final class MeshCertificateTest {
  /** Who has no certificate is let in by the transport. */
  public static final class AskForCertificates implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.ssl.client-auth", "request");
    }
  }

  @TestHTTPResource(tls = true)
  URI server;

  @Inject CallerEcho.Seen seen;
  MeshCertificates certificates;
  TestIssuer issuer;

  private ManagedChannel channel;

  @BeforeEach
  void forget() {
    seen.callers.clear();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clade-ingest", "clade-lineage"})
  void aServiceOfTheMeshMayRead(String service) throws Exception {
    read(as(service));
    assertThat(seen.callers)
        .containsExactly(new Caller(service, CallerKind.CERTIFICATE, Set.of(Role.READER)));
  }

  /** Valuations hand versions of the embedding over. */
  @Test
  void theServiceOfValuationsMayDoWhatValuersMay() throws Exception {
    read(as("clade-valuation"));
    assertThat(seen.callers)
        .containsExactly(
            new Caller("clade-valuation", CallerKind.CERTIFICATE, Set.of(Role.VALUER)));
  }

  @Test
  void aClientsCertificateGivesNoRole() throws Exception {
    assertThat(refusal(as("clade-client"))).isEqualTo(Reason.ROLE_MISSING);
  }

  @Test
  void whoHasNeitherIsAskedForOne() throws Exception {
    assertThat(refusal(withoutCertificate())).isEqualTo(Reason.CREDENTIALS_MISSING);
  }

  @Test
  void aTokenTellsMoreThanACertificate() throws Exception {
    read(TestCalls.with(as("clade-client"), "Bearer " + issuer.token("ada", "reader")));
    read(TestCalls.with(withoutCertificate(), "Bearer " + issuer.token("bob", "valuer")));
    assertThat(seen.callers).extracting(Caller::name).containsExactly("ada", "bob");
    assertThat(refusal(TestCalls.with(as("clade-lineage"), "Bearer x.y.z")))
        .isEqualTo(Reason.CREDENTIALS_INVALID);
  }

  /** A client does not even show it, since the server says whom it trusts. */
  @Test
  void aCertificateOfAnotherAuthorityIsWorthNothing() throws Exception {
    assertThat(refusal(as(MeshCertificates.STRANGER))).isEqualTo(Reason.CREDENTIALS_MISSING);
  }

  private ComplianceServiceBlockingStub as(String name) throws SSLException {
    return connect(
        GrpcSslContexts.forClient()
            .keyManager(certificates.certificate(name).toFile(), certificates.key(name).toFile()));
  }

  private ComplianceServiceBlockingStub withoutCertificate() throws SSLException {
    return connect(GrpcSslContexts.forClient());
  }

  private ComplianceServiceBlockingStub connect(SslContextBuilder tls) throws SSLException {
    disconnectLast();
    channel =
        NettyChannelBuilder.forAddress("localhost", server.getPort())
            .sslContext(tls.trustManager(certificates.server()).build())
            .build();
    return ComplianceServiceGrpc.newBlockingStub(channel);
  }

  private void disconnectLast() {
    if (channel != null) {
      channel.shutdownNow();
    }
  }

  private static void read(ComplianceServiceBlockingStub stub) {
    stub.listLicenses(ListLicensesRequest.getDefaultInstance());
  }

  private Reason refusal(ComplianceServiceBlockingStub stub) {
    CladeException refused =
        catchThrowableOfType(
            CladeException.class,
            () ->
                TypedErrors.call(
                    () -> stub.listLicenses(ListLicensesRequest.getDefaultInstance())));
    assertThat(refused).isNotNull();
    return refused.reason();
  }
}
