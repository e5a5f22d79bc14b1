package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl.Scope;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.local.hub.RateLimits;
import dev.clade.local.hub.RealHub;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.testing.SharedData;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Crawls a simulated hub of 760 pages while the service is killed and its database is away. */
class HubCrawlFaultsIT {
  private static final int MODELS = 508_000;
  private static final int DATASETS = 175_000;
  private static final int SPACES = 77_000;
  private static final int NAMES = 350;
  private static final int ENRICHED = 350;

  /**
   * The listings' pages, one page of changes of each kind, and a question about each single thing.
   * Of so many, 1.02 times allows two answers lost in each of the kills: one on its way to the
   * database and one on its way from the hub.
   */
  private static final long LEAST_REQUESTS =
      (MODELS + DATASETS + SPACES) / 1_000 + 3 + NAMES + 3 * ENRICHED;

  private static final int KILLS = 20;
  private static final long SEED = 3;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "MOST_RESOLVED", Integer.toString(NAMES),
          "MOST_ENRICHED", Integer.toString(ENRICHED),
          "ENRICHMENTS", "card,commits,files");

  private static SimulatedHub truth;

  @BeforeAll
  static void load() throws Exception {
    truth = RealHub.load(SharedData.require(""), MODELS, DATASETS, SPACES);
  }

  @Test
  void aCrawlThatIsKilledTwentyTimesLosesNothing() throws Exception {
    Random random = new Random(SEED);
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
    try (CrawledHub hub = CrawledHub.start(truth, RateLimits.NONE, SETTINGS)) {
      String crawl = hub.begin(Scope.SCOPE_FULL);
      Thread.sleep(5_000);
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

  private static void assertComplete(CrawledHub hub, String crawl) throws Exception {
    ImportMetadata done = hub.await(crawl);
    assertThat(done.getCounts().getQuarantined()).isZero();
    hub.assertEqualsTruth();
    hub.assertFewRequests(LEAST_REQUESTS);
  }
}
