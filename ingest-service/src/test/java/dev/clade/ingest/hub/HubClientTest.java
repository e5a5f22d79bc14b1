package dev.clade.ingest.hub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a hub's troubles are met. */
class HubClientTest {
  private static final String PATH = "/api/models";

  @RegisterExtension static final WireMockExtension HUB = WireMockExtension.newInstance().build();

  @RegisterExtension
  static final WireMockExtension STRANGER = WireMockExtension.newInstance().build();

  @Test
  void aRequestIsHeldBackUntilTheNextWindow() throws Exception {
    HUB.stubFor(get(PATH).willReturn(okJson("[]").withHeader("RateLimit", "\"api\";r=0;t=1")));
    try (HubClient client = client(3)) {
      ask(client);
      long start = System.nanoTime();

      ask(client);

      assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
    }
  }

  @Test
  void aRefusalForTooManyRequestsIsWaitedOut() throws Exception {
    firstThen(aResponse().withStatus(429).withHeader("Retry-After", "1"));
    try (HubClient client = client(3)) {
      long start = System.nanoTime();

      assertThat(ask(client).isOk()).isTrue();

      assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
      assertThat(client.requests()).isEqualTo(2);
    }
  }

  @Test
  void aRefusalWithoutAWordIsRepeatedToo() throws Exception {
    firstThen(aResponse().withStatus(429));
    try (HubClient client = client(3)) {
      assertThat(ask(client).isOk()).isTrue();
      assertThat(client.requests()).isEqualTo(2);
    }
  }

  @Test
  void passingFailuresAreRepeated() throws Exception {
    firstThen(aResponse().withStatus(503));
    try (HubClient client = client(3)) {
      assertThat(ask(client).isOk()).isTrue();
    }
    firstThen(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    try (HubClient client = client(3)) {
      assertThat(ask(client).isOk()).isTrue();
    }
    firstThen(aResponse().withBody("[{\"id\":"));
    try (HubClient client = client(3)) {
      assertThat(ask(client).body()).asString().isEqualTo("[]");
    }
  }

  @Test
  void whatWillNotChangeIsNotRepeated() throws Exception {
    HUB.stubFor(get(PATH).willReturn(aResponse().withStatus(404)));
    try (HubClient client = client(3)) {
      assertThat(ask(client).isMissing()).isTrue();
      assertThat(client.requests()).isEqualTo(1);
    }
  }

  @Test
  void aHubThatNeverAnswersIsGivenUp() {
    HUB.stubFor(get(PATH).willReturn(aResponse().withStatus(500)));
    try (HubClient client = client(1)) {
      assertThatExceptionOfType(HubAnswerException.class)
          .isThrownBy(() -> ask(client))
          .withMessageContaining("status 500");
      assertThat(client.requests()).isEqualTo(2);
    }
  }

  @Test
  void theTokenGoesToTheHubOnly() throws Exception {
    HUB.stubFor(get(PATH).willReturn(okJson("[]")));
    STRANGER.stubFor(get(PATH).willReturn(okJson("[]")));
    HubSettings settings = new HubSettings(URI.create(HUB.baseUrl()), Optional.of("hf_secret"), 0);
    try (HubClient client = new HubClient(settings, 0, new RequestPacer(System::nanoTime))) {
      client.get(client.address(PATH), "", _ -> {});
      client.get(URI.create(STRANGER.baseUrl() + PATH), "", _ -> {});
    }

    HUB.verify(
        getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer hf_secret")));
    STRANGER.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", absent()));
  }

  private static void firstThen(ResponseDefinitionBuilder first) {
    HUB.resetAll();
    HUB.stubFor(
        get(PATH)
            .inScenario("trouble")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("over"));
    HUB.stubFor(
        get(PATH).inScenario("trouble").whenScenarioStateIs("over").willReturn(okJson("[]")));
  }

  private static HubClient client(int mostRetries) {
    return new HubClient(
        new HubSettings(URI.create(HUB.baseUrl()), Optional.empty(), mostRetries),
        0,
        new RequestPacer(System::nanoTime));
  }

  private static HubResponse ask(HubClient client) throws Exception {
    return client.get(
        client.address(PATH),
        "",
        response -> {
          if (response.isOk()) {
            JsonPieces.of(response.body());
          }
        });
  }
}
