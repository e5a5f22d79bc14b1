package dev.clade.lineage.server.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server whose graph is never read. */
@QuarkusTest
@TestProfile(NotReadyTest.WithoutFeed.class)
class NotReadyTest {
  /** Leaves out what follows the feed. */
  public static final class WithoutFeed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.arc.exclude-types", "dev.clade.lineage.server.feed.FeedFollower");
    }
  }

  @Test
  void whoComesTooEarlyIsToldToComeAgain() {
    given()
        .get("/v1/models/gpt2/export?format=dot")
        .then()
        .statusCode(503)
        .body("error.status", equalTo("UNAVAILABLE"))
        .body("error.details[0].reason", equalTo("NOT_READY"));
    given()
        .header("If-None-Match", "\"0\"")
        .get("/v1/models/gpt2/export?format=dot")
        .then()
        .statusCode(503);
  }
}
