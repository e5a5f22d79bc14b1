package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PagingTest {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;

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

  @ParameterizedTest
  @EnumSource
  void everySortGivesEveryRepositoryOnceBothWays(Sort sort) throws Exception {
    for (RepositoryKind kind : RepositoryKind.values()) {
      for (String direction : List.of("-1", "1")) {
        List<String> ids =
            client.list(
                "/api/%s?limit=4&sort=%s&direction=%s"
                    .formatted(kind.plural(), sort.field(), direction));

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        List<Long> keys = ids.stream().map(id -> sort.key(hub.get(kind, id))).toList();
        assertThat(direction.equals("1") ? keys : keys.reversed()).isSorted();
      }
    }
    assertThat(simulator.requests().count(RequestKind.LIST)).isEqualTo(3 * 2 * 7);
  }

  @Test
  void listsAreSortedByTrendAndThenByIdentifierWhereNothingIsAskedFor() throws Exception {
    List<String> ids = client.list("/api/models");

    assertThat(ids.getFirst()).isEqualTo("a/r07");
    assertThat(ids.subList(1, 25).stream().map(id -> hub.get(MODEL, id).objectId())).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"25, 1", "24, 2", "1000, 1", "5000, 1", "5, 5"})
  void theLastPageLeadsNowhere(int limit, int pages) throws Exception {
    assertThat(client.list("/api/models?limit=" + limit)).hasSize(25);
    assertThat(simulator.requests().count()).isEqualTo(pages);
  }

  @Test
  void theNextPageKeepsWhatWasAskedFor() throws Exception {
    HttpResponse<String> page =
        client.get("/api/models?limit=2&sort=likes&expand[]=sha&expand[]=gated&filter=odd");

    String next = TestClient.next(page);
    assertThat(next)
        .startsWith(simulator.baseUrl() + "/api/models?limit=2&sort=likes")
        .contains("expand%5B%5D=sha&expand%5B%5D=gated&filter=odd&cursor=");
    assertThat(TestClient.array(client.get(next)).get(0).getAsJsonObject().keySet())
        .containsExactlyInAnyOrder("_id", "id", "sha", "gated");
  }

  @Test
  void listsCanBeNarrowed() throws Exception {
    assertThat(client.list("/api/models?filter=odd&limit=5")).hasSize(12);
    assertThat(client.list("/api/models?filter=odd&filter=even")).isEmpty();
    assertThat(client.list("/api/models?author=A")).hasSize(25);
    assertThat(client.list("/api/models?author=b")).isEmpty();
    assertThat(client.list("/api/models?search=R1")).hasSize(10);
  }

  @Test
  void aRepositoryModifiedBehindTheCursorComesAgainWhereTheNewestComeLast() throws Exception {
    List<String> ids =
        client.list(
            "/api/models?limit=10&sort=lastModified&direction=1",
            afterPage(1, () -> hub.modify(MODEL, "a/r00")));

    assertThat(ids).hasSize(26).endsWith("a/r00");
    assertThat(ids.subList(0, 10)).contains("a/r00");
  }

  @Test
  void aRepositoryModifiedBeforeTheCursorIsMissedWhereTheNewestComeFirst() throws Exception {
    List<String> ids =
        client.list(
            "/api/models?limit=10&sort=lastModified",
            afterPage(1, () -> hub.modify(MODEL, "a/r00")));

    assertThat(ids).hasSize(24).doesNotContain("a/r00");
  }

  @Test
  void whatIsDeletedRenamedOrAddedMeanwhileMovesNothingElse() throws Exception {
    String last = client.list("/api/models?limit=10&sort=createdAt").get(9);
    List<String> ids =
        client.list(
            "/api/models?limit=10&sort=createdAt",
            afterPage(
                1,
                () -> {
                  hub.delete(MODEL, last);
                  hub.delete(MODEL, "a/r01");
                  hub.rename(MODEL, "a/r00", "a/zero");
                  hub.add(
                      Repository.builder(MODEL, "a/new", TestHub.BEGIN.plusSeconds(50)).build());
                }));

    assertThat(ids)
        .hasSize(24)
        .doesNotHaveDuplicates()
        .contains(last, "a/zero")
        .doesNotContain("a/r00", "a/r01", "a/new");
  }

  @Test
  void whatIsPrivateIsNotListedAndWhatIsGatedOrDisabledIs() throws Exception {
    hub.show(MODEL, "a/r00", Visibility.PRIVATE);
    hub.show(MODEL, "a/r01", Visibility.DISABLED);
    hub.gate(MODEL, "a/r02", Gate.MANUAL);

    assertThat(client.list("/api/models")).hasSize(24).doesNotContain("a/r00");
    assertThat(hub.listed(MODEL)).hasSize(24);

    hub.show(MODEL, "a/r00", Visibility.PUBLIC);
    assertThat(client.list("/api/models?limit=7")).hasSize(25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=colour",
        "limit=x",
        "limit=-1",
        "cursor=x",
        "cursor=e30%3D",
        "expand[]=colour"
      })
  void whatMakesNoSenseIsRefused(String query) throws Exception {
    HttpResponse<String> answer = client.get("/api/models?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
  }

  @Test
  void aCursorOfAnotherSortIsRefused() throws Exception {
    String next = TestClient.next(client.get("/api/models?limit=2&sort=likes"));

    assertThat(client.get(next.replace("sort=likes", "sort=downloads")).statusCode())
        .isEqualTo(400);
  }

  private static Consumer<Integer> afterPage(int number, Runnable change) {
    return page -> {
      if (page == number) {
        change.run();
      }
    };
  }
}
