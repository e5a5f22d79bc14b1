package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;
  private static final RequestKind LIST = RequestKind.LIST;
  private static final String FIRST_PAGE = "/api/models?limit=10&sort=createdAt";

  private final SimulatedHub hub = TestHub.of(25);
  private HubSimulator simulator;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    simulator = HubSimulator.start(hub);
    client = new TestClient(simulator);
  }

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void oneRequestIsRefusedAndTheNextIsNot() throws Exception {
    simulator.faults().at(LIST, MODEL, 2, Fault.tooManyRequests(Duration.ofSeconds(7)));

    assertThat(client.get(FIRST_PAGE).statusCode()).isEqualTo(200);
    assertThat(client.get("/api/datasets").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = client.get(FIRST_PAGE);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"api\";r=0;t=7");
    assertThat(client.get(FIRST_PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void refusalsMayKeepSilentOrNameATime() throws Exception {
    simulator.faults().at(LIST, MODEL, 1, Fault.tooManyRequests());
    simulator.faults().at(LIST, MODEL, 2, Fault.retryAfter(Duration.ofSeconds(3)));

    HttpResponse<String> silent = client.get(FIRST_PAGE);
    assertThat(silent.statusCode()).isEqualTo(429);
    assertThat(silent.headers().map()).doesNotContainKeys("ratelimit", "retry-after");
    assertThat(client.get(FIRST_PAGE).headers().firstValue("Retry-After")).hasValue("3");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void theServerFails(int status) throws Exception {
    simulator.faults().at(RequestKind.DETAIL, MODEL, 1, Fault.serverError(status));

    assertThat(client.get("/api/models/a/r01").statusCode()).isEqualTo(status);
    assertThat(client.get("/api/models/a/r01").statusCode()).isEqualTo(200);
  }

  @Test
  void theBodyIsCut() throws Exception {
    simulator.faults().at(LIST, MODEL, 1, Fault.cutBody());

    assertThatThrownBy(() -> client.get(FIRST_PAGE)).isInstanceOf(IOException.class);
    assertThat(client.list(FIRST_PAGE)).hasSize(25);
    assertThat(simulator.requests().count()).isEqualTo(4);
  }

  @Test
  void theAnswerIsSlow() throws Exception {
    simulator.faults().at(LIST, MODEL, 1, Fault.slow(Duration.ofMillis(200)));

    long begin = System.nanoTime();
    assertThat(client.get(FIRST_PAGE).statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - begin).isGreaterThan(200_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPageComesTwice(int number) throws Exception {
    List<String> without = client.list(FIRST_PAGE);
    simulator.faults().at(LIST, MODEL, 3 + number, Fault.repeatedPage());

    List<String> with = client.list(FIRST_PAGE);

    int begin = (number - 1) * 10;
    int end = Math.min(number * 10, 25);
    List<String> expected = new ArrayList<>(without.subList(0, end));
    expected.addAll(without.subList(begin, 25));
    assertThat(with).isEqualTo(expected);
    assertThat(simulator.requests().countByPath()).containsEntry("/api/models", 3L + 4);
    assertThat(simulator.requests().all().stream().map(LoggedRequest::target).skip(3))
        .doesNotHaveDuplicates();
  }

  @Test
  void theFormOfCursorsChangesAndOldOnesStayGood() throws Exception {
    String old = TestClient.next(client.get(FIRST_PAGE));
    simulator.faults().changeCursorsFrom(MODEL, 2);

    String changed = TestClient.next(client.get(FIRST_PAGE));

    assertThat(changed).isNotEqualTo(old);
    assertThat(client.get(changed).body()).isEqualTo(client.get(old).body());
    assertThat(client.list(FIRST_PAGE)).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aCursorIsRefusedOnceOrForEver() throws Exception {
    String next = TestClient.next(client.get(FIRST_PAGE));
    simulator.faults().at(LIST, MODEL, 2, Fault.refusedCursor());
    simulator.faults().at(LIST, MODEL, 4, Fault.expiredCursor());

    assertThat(client.get(next).statusCode()).isEqualTo(400);
    assertThat(client.get(next).statusCode()).isEqualTo(200);
    assertThat(client.get(next).statusCode()).isEqualTo(400);
    assertThat(client.get(next).statusCode()).isEqualTo(400);
    assertThat(client.get(FIRST_PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void theHubChangesBetweenTwoPages() throws Exception {
    simulator.faults().at(LIST, MODEL, 2, Fault.serverError(500));
    simulator.faults().afterPage(MODEL, 2, () -> hub.delete(MODEL, "a/r00"));

    String next = TestClient.next(client.get(FIRST_PAGE));
    assertThat(client.get(next).statusCode()).isEqualTo(500);
    assertThat(hub.find(MODEL, "a/r00")).isPresent();
    assertThat(client.get(next).statusCode()).isEqualTo(200);
    assertThat(hub.find(MODEL, "a/r00")).isEmpty();
  }

  @Test
  void aShareOfTheRequestsFailsAlwaysTheSame() throws Exception {
    simulator.faults().share(LIST, 0.3, 42, Fault.serverError(503));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      statuses.add(client.get(FIRST_PAGE).statusCode());
    }
    assertThat(statuses.stream().filter(status -> status == 503).count()).isBetween(20L, 40L);

    try (HubSimulator other = HubSimulator.start(hub);
        TestClient same = new TestClient(other)) {
      other.faults().share(LIST, 0.3, 42, Fault.serverError(503));
      for (int status : statuses) {
        assertThat(same.get(FIRST_PAGE).statusCode()).isEqualTo(status);
      }
    }
  }
}
