package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.hub.HubSimulator;
import dev.clade.local.hub.LoggedRequest;
import dev.clade.local.hub.RealHub;
import dev.clade.local.hub.RepositoryKind;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.testing.SharedData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances of the service, on one database, are to crawl the same simulated hub of 20 pages by
 * its schedule.
 */
class HubCrawlLeaseIT {
  private static final int MODELS = 1_200;
  private static final int DATASETS = 500;
  private static final int SPACES = 300;
  private static final int PAGE = 100;

  /** The listings' pages, and one page of changes of each kind. */
  private static final int LEAST_REQUESTS = (MODELS + DATASETS + SPACES) / PAGE + 3;

  /** At this page the first instance is kept waiting until there is a second. */
  private static final int HELD_PAGE = 3;

  /**
   * That of the service. It is not renewed while a crawl is opened, which takes an instance that
   * has just started up to 5 s on a busy machine.
   */
  private static final Duration LEASE = Duration.ofSeconds(10);

  /** The look for imports that others left, and opening the one that is found. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static SimulatedHub truth;

  private final CountDownLatch released = new CountDownLatch(1);

  @BeforeAll
  static void load() throws Exception {
    truth = RealHub.load(SharedData.require(""), MODELS, DATASETS, SPACES);
  }

  @Test
  void onlyOneInstanceCrawlsAtATime() throws Exception {
    try (CrawledHub hub = start("PT1S")) {
      hub.startAnother();
      // Without a renewal the first instance would lose its lease here.
      Thread.sleep(LEASE.plusSeconds(1));
      released.countDown();
      // From the second crawl on, both instances look out for when it is due.
      hub.await(nth(hub, 3));

      List<List<String>> crawls = byCrawl(hub.simulator().requests().all()).subList(0, 3);
      assertThat(crawls.getFirst()).hasSize(LEAST_REQUESTS).doesNotHaveDuplicates();
      assertThat(crawls).containsOnly(crawls.getFirst());
      hub.assertEqualsTruth();
    }
  }

  @Test
  void whenTheInstanceThatCrawlsIsKilledTheOtherGoesOn() throws Exception {
    try (CrawledHub hub = start("PT1H")) {
      hub.startAnother();
      CompletableFuture<Instant> killed = new CompletableFuture<>();
      hub.simulator()
          .faults()
          .afterPage(
              RepositoryKind.MODEL,
              HELD_PAGE + 5,
              () -> {
                hub.mesh().mesh().process(Service.INGEST).kill();
                killed.complete(Instant.now());
              });
      released.countDown();
      hub.await(nth(hub, 1));

      hub.assertEqualsTruth();
      List<LoggedRequest> requests = hub.simulator().requests().all();
      // Lost were an answer on its way to the database and one on its way from the hub, at most.
      assertThat(requests).hasSizeBetween(LEAST_REQUESTS + 1, LEAST_REQUESTS + 2);
      Instant takenOver =
          requests.stream()
              .map(LoggedRequest::at)
              .filter(killed.join()::isBefore)
              .findFirst()
              .orElseThrow();
      assertThat(Duration.between(killed.join(), takenOver)).isLessThan(LEASE.plus(LONGEST_LOOK));
    }
  }

  /** Starts a hub, and an instance that crawls it at once and is kept waiting. */
  private CrawledHub start(String fullEvery) throws Exception {
    HubSimulator simulator = HubSimulator.start(truth);
    simulator.faults().afterPage(RepositoryKind.MODEL, HELD_PAGE, this::awaitRelease);
    Map<String, String> settings =
        Map.of(
            "SCHEDULED", "true",
            "FULL_EVERY", fullEvery,
            "CHANGES_EVERY", "PT1H",
            "MOST_RESOLVED", "0",
            "PAGE_SIZE", Integer.toString(PAGE));
    return CrawledHub.start(truth, simulator, LEASE, settings);
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the name of the n-th crawl once it is asked for. */
  private static String nth(CrawledHub hub, int number) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> crawls = hub.crawls();
    while (crawls.size() < number) {
      assertThat(Instant.now()).as("crawls: %s", crawls).isBefore(end);
      Thread.sleep(50);
      crawls = hub.crawls();
    }
    return crawls.get(number - 1);
  }

  /** Returns what was asked for, apart for each time that a listing of everything began. */
  private static List<List<String>> byCrawl(List<LoggedRequest> requests) {
    String first = requests.getFirst().target();
    List<List<String>> crawls = new ArrayList<>();
    for (LoggedRequest request : requests) {
      if (request.target().equals(first)) {
        crawls.add(new ArrayList<>());
      }
      crawls.getLast().add(request.target());
    }
    return crawls;
  }
}
