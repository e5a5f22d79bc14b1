package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private final SimulatedHub hub = TestHub.of(2);

  @Test
  void saysHowManyRequestsAreLeftAndRefusesTheRest() throws Exception {
    try (HubSimulator simulator =
            HubSimulator.start(hub, RateLimits.ofApi(2, Duration.ofMinutes(5)));
        TestClient client = new TestClient(simulator)) {
      HttpHeaders first = client.get("/api/models").headers();
      assertThat(first.firstValue("RateLimit").orElseThrow()).matches("\"api\";r=1;t=(300|299)");
      assertThat(first.firstValue("RateLimit-Policy"))
          .hasValue("\"fixed window\";\"api\";q=2;w=300");
      assertThat(client.get("/api/models/a/none").headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"api\";r=0;");

      HttpResponse<String> refused = client.get("/api/models");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"api\";r=0;t=");
      assertThat(refused.headers().firstValue("Retry-After")).isEmpty();

      assertThat(client.get("/a/r01/raw/main/.gitattributes").statusCode()).isEqualTo(200);
      assertThat(client.get("/api/models", "Authorization", "Bearer hf_a").statusCode())
          .isEqualTo(200);
      assertThat(simulator.requests().count(RequestKind.LIST, 429)).isEqualTo(1);
    }
  }

  @Test
  void aNewWindowBeginsByItself() throws Exception {
    try (HubSimulator simulator =
            HubSimulator.start(hub, RateLimits.ofApi(1, Duration.ofMillis(300)).untold());
        TestClient client = new TestClient(simulator)) {
      while (client.get("/api/models").statusCode() != 429) {
        // Until two requests fall into one window.
      }
      Thread.sleep(300);
      HttpResponse<String> answer = client.get("/api/models");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }
  }

  @Test
  void canSayWhenToComeBack() throws Exception {
    try (HubSimulator simulator =
            HubSimulator.start(
                hub, RateLimits.ofApi(0, Duration.ofSeconds(2)).untold().withRetryAfter());
        TestClient client = new TestClient(simulator)) {
      assertThat(client.get("/api/models").headers().firstValue("Retry-After").orElseThrow())
          .isIn("1", "2");
    }
  }
}
