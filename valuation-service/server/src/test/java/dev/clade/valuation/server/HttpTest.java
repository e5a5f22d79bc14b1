package dev.clade.valuation.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.clade.runtime.telemetry.Metric;
import dev.clade.runtime.testing.ScrapedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpTest extends ServerTest {
  @Test
  void readinessTellsOfTheDatabaseAndNotOfTheCache() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(containsString("Reactive PostgreSQL connections health check"))
        .body(not(containsString("Redis")));
  }

  @Test
  void livenessAsksNobody() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void everyMetricIsDeclaredAndWithinItsBounds() throws Exception {
    ScrapedMetrics metrics = ScrapedMetrics.of(server);
    metrics.checkDeclared(Metric.Owner.VALUATION);
    assertThat(metrics.text()).contains("jvm_memory_used_bytes");
  }
}
