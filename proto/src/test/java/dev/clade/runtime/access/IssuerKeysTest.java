package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are fetched from the issuer, once for all tokens, and not again for each bad one. */
@QuarkusTest
@QuarkusTestResource(value = KeyServerTestResource.class, restrictToAnnotatedClass = true)
final class IssuerKeysTest {
  private static final int CALLS = 100;

  @TestHTTPResource URI server;
  KeyServer keys;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void aNewKeyIsFetchedOnceAndBadTokensFetchNone() {
    licenses("Bearer " + keys.issuer().token("ada", "reader")).run();
    TestIssuer renewed = new TestIssuer();
    renewed.key().setKeyId("renewed");
    keys.change(renewed);
    int before = keys.asked();
    String good = "Bearer " + renewed.token("ada", "reader");
    licenses(good).run();
    assertThat(keys.asked()).isEqualTo(before + 1);
    TestIssuer other = new TestIssuer();
    other.key().setKeyId("renewed");
    TestIssuer stranger = new TestIssuer();
    stranger.key().setKeyId("stranger");
    for (int i = 0; i < CALLS; i++) {
      assertRefused(licenses("Bearer " + other.token("ada", "reader")));
      assertRefused(licenses("Bearer " + stranger.token("ada", "reader")));
      assertRefused(licenses("Bearer opaque" + i));
      licenses(good).run();
    }
    assertThat(keys.asked()).isEqualTo(before + 1);
  }

  private Runnable licenses(String authorization) {
    return () ->
        TestCalls.with(ComplianceServiceGrpc.newBlockingStub(channel), authorization)
            .listLicenses(ListLicensesRequest.getDefaultInstance());
  }

  private static void assertRefused(Runnable call) {
    CladeException refused =
        catchThrowableOfType(
            CladeException.class,
            () ->
                TypedErrors.call(
                    () -> {
                      call.run();
                      return "";
                    }));
    assertThat(refused.reason()).isEqualTo(Reason.CREDENTIALS_INVALID);
  }
}
