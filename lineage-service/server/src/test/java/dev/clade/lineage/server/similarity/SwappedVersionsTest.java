package dev.clade.lineage.server.similarity;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.clade.lineage.server.testing.FakeEmbeddings;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Versions take each other's place while they are asked, and some cannot. */
@QuarkusTest
class SwappedVersionsTest extends SimilarityServerTest {
  private static final List<String> IDS = List.of("blue", "green");
  private static final int SWAPS = 20;
  private static final int CALLERS = 4;

  /** Every answer is whole and of one version, and none fails. */
  @Test
  void noCallFailsWhileVersionsAreSwapped() throws Exception {
    Map<String, FindSimilarResponse> right = new HashMap<>();
    List<FindSimilarRequest> requests = requests();
    for (String id : IDS) {
      serve(id);
      for (FindSimilarRequest request : requests) {
        right.put(id + request.getName(), similarity.findSimilar(request));
      }
    }
    AtomicBoolean over = new AtomicBoolean();
    Callable<Integer> caller =
        () -> {
          int calls = 0;
          while (!over.get() || calls < requests.size()) {
            FindSimilarRequest request = requests.get(calls++ % requests.size());
            FindSimilarResponse answer = similarity.findSimilar(request);
            String id = answer.getEmbedding().replace("embeddings/", "");
            assertThat(answer).isEqualTo(right.get(id + request.getName()));
          }
          return calls;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Integer>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(caller));
      }
      for (int swap = 0; swap < SWAPS; swap++) {
        // Every other swap finds answers of before in the cache, the others an empty one.
        if (swap % 2 == 1) {
          redis.stop();
          redis.start();
        }
        serve(IDS.get(swap % 2));
      }
      over.set(true);
      for (Future<Integer> each : callers) {
        assertThat(each.get()).isPositive();
      }
    }
  }

  @Test
  void aVersionThatCannotBeLoadedLeavesTheOneBefore() {
    serve("whole");
    embeddings.serveDamaged("damaged");
    eventually(() -> assertThat(versions.state().failure()).isPresent());
    assertThat(versions.state().awaited()).hasValue("damaged");
    assertThat(similarity.findSimilar(requests().getFirst()).getEmbedding())
        .isEqualTo("embeddings/whole");
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'embedding' }.data.version", equalTo("whole"))
        .body("checks.find { it.name == 'embedding' }.data.awaited", equalTo("damaged"))
        .body("checks.find { it.name == 'embedding' }.data.failing", equalTo(true));
    // Whoever serves a good one again is not made to wait.
    serve("mended");
    assertThat(versions.state().failure()).isEmpty();
  }

  @Test
  void theVersionAnswersWhileNobodyCanTellWhichIsServed() {
    serve("kept");
    embeddings.goDown();
    int asked = embeddings.questions();
    eventually(() -> assertThat(embeddings.questions()).isGreaterThan(asked + 1));
    for (FindSimilarRequest request : requests()) {
      assertThat(similarity.findSimilar(request).getEmbedding()).isEqualTo("embeddings/kept");
    }
    assertThat(versions.state().answering()).isPresent();
  }

  @Test
  void withoutRedisAnswersAreTheSame() {
    serve("uncached");
    List<FindSimilarResponse> before = requests().stream().map(similarity::findSimilar).toList();
    redis.stop();
    assertThat(requests().stream().map(similarity::findSimilar).toList()).isEqualTo(before);
  }

  private static List<FindSimilarRequest> requests() {
    return FakeEmbeddings.RECORDS.stream()
        .limit(10)
        .map(record -> like("models/" + record.id()).build())
        .toList();
  }
}
