package dev.clade.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rule over HTTP: whoever reads needs the role, and what is not open is closed. */
@QuarkusTest
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
final class HttpAccessTest {
  @TestHTTPResource URI server;
  TestIssuer issuer;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"/v1/page", "/v1/blocking"})
  void aReaderIsLetThroughAndKnown(String path) throws Exception {
    HttpResponse<String> answer = get(path, "Bearer " + issuer.token("ada", "reader"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/page",
        "/v1/none",
        "/",
        "/q/dev",
        "/q/health/../../v1/page",
        "/q/metrics/../../v1/page",
        "/a.b/../v1/page",
        "//v1/page",
        "/v1/page/a.b"
      })
  void withoutCredentialsNothingIsAnswered(String path) throws Exception {
    assertRefused(get(path, null), 401, "CREDENTIALS_MISSING");
  }

  @Test
  void aTokenThatDoesNotHoldIsRefused() throws Exception {
    HttpResponse<String> answer = get("/v1/page", "Bearer x.y.z");
    assertRefused(answer, 401, "CREDENTIALS_INVALID");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.body()).doesNotContain("x.y.z");
  }

  @Test
  void aWorkerMayNotRead() throws Exception {
    HttpResponse<String> answer = get("/v1/page", "Bearer " + issuer.token("ada", "worker"));
    assertRefused(answer, 403, "ROLE_MISSING");
  }

  /** A gRPC server takes what says that it is gRPC; it must not open what is behind. */
  @Test
  void sayingThatItIsGrpcOpensNothing() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/page"))
            .version(HttpClient.Version.HTTP_2)
            .header("Content-Type", "application/grpc")
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + server.getAuthority() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> answer, int code, String reason) {
    assertThat(answer.statusCode()).isEqualTo(code);
    JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
    assertThat(error.getInteger("code")).isEqualTo(code);
    assertThat(error.getJsonArray("details").getJsonObject(0).getString("reason"))
        .isEqualTo(reason);
  }
}
