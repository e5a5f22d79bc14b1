package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A call that runs on a worker's thread waits for keys there, and its handler runs there too. */
@QuarkusTest
@QuarkusTestResource(value = KeyServerTestResource.class, restrictToAnnotatedClass = true)
final class BlockingIssuerKeysTest {
  @TestHTTPResource URI server;
  @Inject CallerEcho.Seen seen;
  KeyServer keys;

  @Test
  void aCallWaitsForANewKeyOnItsOwnThread() {
    TestIssuer renewed = new TestIssuer();
    renewed.key().setKeyId("renewed");
    keys.change(renewed);
    int before = keys.asked();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    try {
      TestCalls.with(
              ComplianceServiceGrpc.newBlockingStub(channel),
              "Bearer " + renewed.token("ada", "reader"))
          .listObligations(ListObligationsRequest.getDefaultInstance());
    } finally {
      channel.shutdownNow();
    }
    assertThat(seen.callers).extracting(Caller::name).containsExactly("ada");
    assertThat(keys.asked()).isEqualTo(before + 1);
  }
}
