package dev.clade.lineage.server.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.clade.lineage.server.testing.CatalogueResource;
import dev.clade.runtime.testing.AccessMatrix;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
@QuarkusTestResource(CatalogueResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessMatrixTest extends AccessMatrix {
  private static final String REASON = "error.details[0].reason";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/none/export?format=dot",
        "/v1/analyses/none/report",
        "/v1/reports/none"
      })
  void documentsNeedTheSameRole(String path) {
    given().get(path).then().statusCode(401).body(REASON, equalTo("CREDENTIALS_MISSING"));
    given()
        .header("Authorization", "Bearer " + issuer.token("ada", "worker"))
        .get(path)
        .then()
        .statusCode(403)
        .body(REASON, equalTo("ROLE_MISSING"));
    // The reader learns that there is none.
    given()
        .header("Authorization", "Bearer " + issuer.token("ada", "reader"))
        .get(path)
        .then()
        .body(REASON, matchesPattern("[A-Z]+_NOT_FOUND|FIELD_MALFORMED"));
  }

  @Test
  void probesAndMetricsAreOpen() {
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}
