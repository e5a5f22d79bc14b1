package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl.Scope;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.local.hub.RateLimits;
import dev.clade.local.hub.RealHub;
import dev.clade.local.hub.RepositoryKind;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.testing.SharedData;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crawls a simulated hub while the service is killed and its database is away. */
class HubCrawlFaultsIT {
  private static final int NAMES = 350;
  private static final int ENRICHED = 350;

  private static final int KILLS = 20;
  private static final long SEED = 3;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "MOST_RESOLVED", Integer.toString(NAMES),
          "MOST_ENRICHED", Integer.toString(ENRICHED),
          "ENRICHMENTS", "card,commits,files");

  /**
   * The hub has 760 pages. With what is asked of single things, 1.02 times as many requests allow
   * two answers lost in each of the kills: one on its way to the database and one on its way from
   * the hub.
   */
  @Test
  void aCrawlThatIsKilledTwentyTimesLosesNothing() throws Exception {
    Random random = new Random(SEED);
    SimulatedHub truth = RealHub.load(SharedData.require(""), 508_000, 175_000, 77_000);
    try (CrawledHub hub = CrawledHub.start(truth, RateLimits.NONE, SETTINGS)) {
      String crawl = hub.begin(Scope.SCOPE_FULL);
      for (int round = 0; round < KILLS; round++) {
        awaitProgress(hub, crawl);
        Thread.sleep(random.nextInt(800));
        hub.mesh().mesh().process(Service.INGEST).kill();
        hub.mesh().mesh().restart(Service.INGEST);
      }
      assertThat(hub.look(crawl).getDone()).as("over before the last kill").isFalse();
      assertComplete(hub, crawl);
    }
  }

  @Test
  void aCrawlWaitsForItsDatabase() throws Exception {
    SimulatedHub truth = RealHub.load(SharedData.require(""), 50_000, 17_000, 8_000);
    try (CrawledHub hub = CrawledHub.start(truth, RateLimits.NONE, SETTINGS)) {
      String crawl = hub.begin(Scope.SCOPE_FULL);
      awaitProgress(hub, crawl);
      hub.mesh().mesh().stopPostgres();
      Thread.sleep(10_000);
      hub.mesh().mesh().startPostgres();
      assertComplete(hub, crawl);
    }
  }

  /** Waits until the crawl makes requests again. */
  private static void awaitProgress(CrawledHub hub, String crawl) throws Exception {
    long before = requests(hub, crawl);
    while (requests(hub, crawl) <= before) {
      Thread.sleep(20);
    }
  }

  private static long requests(CrawledHub hub, String crawl) throws Exception {
    Operation operation = hub.look(crawl);
    while (operation == null) {
      Thread.sleep(20);
      operation = hub.look(crawl);
    }
    return operation.getMetadata().unpack(ImportMetadata.class).getRequestCount();
  }

  /**
   * Returns how many pages the listings have, with one page of changes of each kind, and how many
   * single things are asked for.
   */
  private static long leastRequests(SimulatedHub truth) {
    long pages =
        Arrays.stream(RepositoryKind.values())
            .mapToLong(kind -> truth.listed(kind).size() / 1_000 + 1)
            .sum();
    return pages + NAMES + 3 * ENRICHED;
  }

  private static void assertComplete(CrawledHub hub, String crawl) throws Exception {
    ImportMetadata done = hub.await(crawl);
    assertThat(done.getCounts().getQuarantined()).isZero();
    hub.assertEqualsTruth();
    hub.assertFewRequests(leastRequests(hub.truth()));
  }
}
