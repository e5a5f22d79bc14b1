package dev.clade.valuation.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.testing.AccessMatrix;
import dev.clade.runtime.testing.AuditLines;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessMatrixTest extends AccessMatrix {
  private static final String RUN = "valuations/00000000-0000-0000-0000-000000000001";

  /**
   * Also of those who were refused, or failed. With which reason is not asked here: of several
   * servers in one JVM Quarkus keeps the first one's failure handler.
   */
  @Test
  void whoStartsARunAndWhoPaysIsWritten() throws Exception {
    try (AuditLines audit = new AuditLines()) {
      start("ada", "valuer");
      JsonObject started = audit.next();
      assertThat(started.getString("caller")).isEqualTo("ada");
      assertThat(started.getString("method"))
          .isEqualTo("clade.valuation.v1.ValuationService/CreateValuation");
      assertThat(started.getJsonObject("request").getString("request_id")).isEqualTo("r-1");
      assertThat(started.getString("code")).isNotEqualTo("OK");
      start("bob", "importer");
      JsonObject refused = audit.next();
      assertThat(refused.getString("caller")).isEqualTo("bob");
      assertThat(refused.getString("reason")).isEqualTo("ROLE_MISSING");
      pay("ada", "valuer");
      JsonObject paid = audit.next();
      assertThat(paid.getJsonObject("request").getString("parent")).isEqualTo(RUN);
      assertThat(paid.getString("code")).isNotEqualTo("OK");
      pay("eve", "reader");
      JsonObject unpaid = audit.next();
      assertThat(unpaid.getString("caller")).isEqualTo("eve");
      assertThat(unpaid.getString("method"))
          .isEqualTo("clade.valuation.v1.PayoutService/CreatePayout");
      assertThat(unpaid.getString("reason")).isEqualTo("ROLE_MISSING");
    }
  }

  private void start(String subject, String role) {
    fails(
        () ->
            TestCalls.with(ValuationServiceGrpc.newBlockingStub(channel()), bearer(subject, role))
                .createValuation(CreateValuationRequest.newBuilder().setRequestId("r-1").build()));
  }

  private void pay(String subject, String role) {
    fails(
        () ->
            TestCalls.with(PayoutServiceGrpc.newBlockingStub(channel()), bearer(subject, role))
                .createPayout(CreatePayoutRequest.newBuilder().setParent(RUN).build()));
  }

  private String bearer(String subject, String role) {
    return "Bearer " + issuer.token(subject, role);
  }

  private static void fails(Runnable call) {
    assertThat(
            catchThrowableOfType(
                CladeException.class,
                () ->
                    TypedErrors.call(
                        () -> {
                          call.run();
                          return "";
                        })))
        .isNotNull();
  }
}
