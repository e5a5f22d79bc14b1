package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ComplianceServiceGrpc.ComplianceServiceBlockingStub;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let through by a server that asks for tokens, and whom its handlers see. */
@QuarkusTest
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
final class AccessTest {
  @TestHTTPResource URI server;
  @Inject CallerEcho.Seen seen;
  @Inject WorkerIssuer workers;
  TestIssuer issuer;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    seen.callers.clear();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void aHandlerSeesWhoCalls() {
    with("Bearer " + issuer.token("ada", "reader")).listLicenses(read());
    with("bearer " + issuer.token("bob", "importer", "admin", "valuer"))
        .listObligations(ListObligationsRequest.getDefaultInstance());
    assertThat(seen.callers)
        .containsExactly(
            new Caller("ada", CallerKind.TOKEN, Set.of(Role.READER)),
            new Caller("bob", CallerKind.TOKEN, Set.of(Role.IMPORTER, Role.VALUER)));
  }

  @Test
  void whoHasNoCredentialsIsAskedForThem() {
    assertRefused(ComplianceServiceGrpc.newBlockingStub(channel), Reason.CREDENTIALS_MISSING);
  }

  @Test
  void aTokenThatDoesNotHoldIsRefusedWithoutSayingWhy() {
    JwtClaims expired = issuer.claims("ada", "reader");
    expired.setExpirationTimeMinutesInTheFuture(-10);
    JwtClaims endless = issuer.claims("ada", "reader");
    endless.unsetClaim("exp");
    JwtClaims nobody = issuer.claims("ada", "reader");
    nobody.unsetClaim("sub");
    JwtClaims elsewhere = issuer.claims("ada", "reader");
    elsewhere.setAudience("another");
    JwtClaims stranger = issuer.claims("ada", "reader");
    stranger.setIssuer("https://stranger.test");
    for (JwtClaims claims : new JwtClaims[] {expired, endless, nobody, elsewhere, stranger}) {
      assertRefused(with("Bearer " + issuer.sign(claims)), Reason.CREDENTIALS_INVALID);
    }
    assertRefused(
        with("Bearer " + new TestIssuer().token("ada", "reader")), Reason.CREDENTIALS_INVALID);
  }

  @Test
  void whatIsNoBearerTokenIsRefused() {
    String good = issuer.token("ada", "reader");
    for (String header : new String[] {"", "Bearer", "Bearer x", "Basic YTpi", good, "Bearer ä"}) {
      assertRefused(with(header), Reason.CREDENTIALS_INVALID);
    }
  }

  @Test
  void twoTokensAreNoToken() {
    Metadata headers = new Metadata();
    headers.put(TestCalls.AUTHORIZATION, "Bearer " + issuer.token("ada", "reader"));
    headers.put(TestCalls.AUTHORIZATION, "Bearer " + issuer.token("bob", "valuer"));
    assertRefused(
        ComplianceServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers)),
        Reason.CREDENTIALS_INVALID);
  }

  @Test
  void whoLacksTheRoleIsToldWhichItIs() {
    CladeException refused =
        assertRefused(with("Bearer " + issuer.token("ada", "worker")), Reason.ROLE_MISSING);
    assertThat(refused.metadata()).containsEntry("role", "reader");
    assertRefused(with("Bearer " + issuer.token("ada")), Reason.ROLE_MISSING);
  }

  @Test
  void aTokenOfTheServersOwnIssuerTellsWhatItIsFor() {
    with("Bearer " + workers.token("worker-1", "reader", "valuer")).listLicenses(read());
    Caller caller = seen.callers.getFirst();
    assertThat(caller.name()).isEqualTo("worker-1");
    assertThat(caller.kind()).isEqualTo(CallerKind.OWN_TOKEN);
    assertThat(caller.claims()).containsOnlyKeys("valuation").containsValue("valuations/1");
    // The issuer may not make valuers.
    assertThat(caller.roles()).containsExactly(Role.READER);
  }

  @Test
  void aTokenThatClaimsTheServersOwnIssuerIsVerifiedByItsKeys() {
    JwtClaims forged = issuer.claims("worker-1", "reader");
    forged.setIssuer(WorkerIssuer.NAME);
    assertRefused(with("Bearer " + issuer.sign(forged)), Reason.CREDENTIALS_INVALID);
    assertRefused(with("Bearer " + workers.unsigned("worker-1")), Reason.CREDENTIALS_INVALID);
    assertRefused(with("Bearer " + workers.expired("worker-1")), Reason.CREDENTIALS_INVALID);
  }

  @Test
  void probesNeedNoCredentials() {
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  private ComplianceServiceBlockingStub with(String authorization) {
    return TestCalls.with(ComplianceServiceGrpc.newBlockingStub(channel), authorization);
  }

  private static ListLicensesRequest read() {
    return ListLicensesRequest.getDefaultInstance();
  }

  private CladeException assertRefused(ComplianceServiceBlockingStub stub, Reason reason) {
    CladeException refused =
        catchThrowableOfType(
            CladeException.class, () -> TypedErrors.call(() -> stub.listLicenses(read())));
    assertThat(seen.callers).isEmpty();
    assertThat(refused.reason()).isEqualTo(reason);
    return refused;
  }
}
