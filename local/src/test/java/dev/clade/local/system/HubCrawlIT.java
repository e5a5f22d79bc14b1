package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.HubCrawl.Scope;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.local.hub.Fault;
import dev.clade.local.hub.Gate;
import dev.clade.local.hub.RateLimits;
import dev.clade.local.hub.RealHub;
import dev.clade.local.hub.Repository;
import dev.clade.local.hub.RepositoryKind;
import dev.clade.local.hub.RequestKind;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.hub.Visibility;
import dev.clade.runtime.testing.SharedData;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Crawls a simulated hub of 20 pages through all troubles that hubs make. After each the catalogue
 * equals the hub, and hardly a request was made twice.
 */
class HubCrawlIT {
  private static final int MODELS = 12_000;
  private static final int DATASETS = 5_000;
  private static final int SPACES = 3_000;

  /** Of the names that models declare and the hub does not list, which are more. */
  private static final int NAMES = 150;

  /** The listings' pages, one page of changes of each kind, and a question about each name. */
  private static final long LEAST_REQUESTS = (MODELS + DATASETS + SPACES) / 1_000 + 3 + NAMES;

  private static final Map<String, String> FEW_NAMES =
      Map.of("MOST_RESOLVED", Integer.toString(NAMES));

  @Test
  void aWholeHubIsCrawledOnceAndThenOnlyItsChanges() throws Exception {
    try (CrawledHub hub = start()) {
      ImportMetadata full = hub.crawl(Scope.SCOPE_UNSPECIFIED);
      assertThat(full.getCounts().getQuarantined()).isZero();
      assertThat(full.getRequestCount()).isEqualTo(hub.simulator().requests().count());
      hub.assertEqualsTruth();
      hub.assertFewRequests(LEAST_REQUESTS);

      hub.simulator().requests().clear();
      Repository changed = hub.truth().modify(RepositoryKind.MODEL, anyModel(hub.truth()).id());
      hub.crawl(Scope.SCOPE_UNSPECIFIED);

      assertThat(hub.simulator().requests().count(RequestKind.LIST)).isEqualTo(3);
      assertThat(get(hub, changed.toString()).getRevision()).isEqualTo(changed.sha());
      hub.assertEqualsTruth();
    }
  }

  @Test
  void crawlingAgainChangesNothingAndSaysSo() throws Exception {
    try (CrawledHub hub = start()) {
      hub.crawl(Scope.SCOPE_FULL);
      ImportMetadata again = hub.crawl(Scope.SCOPE_FULL);

      assertThat(again.getCounts().getCreated()).isZero();
      assertThat(again.getCounts().getUpdated()).isZero();
      assertThat(again.getCounts().getUnchanged()).isGreaterThanOrEqualTo(20_000);
    }
  }

  @Test
  void refusalsForTooManyRequestsAreWaitedOut() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator()
          .faults()
          .at(
              RequestKind.LIST,
              RepositoryKind.MODEL,
              5,
              Fault.tooManyRequests(Duration.ofSeconds(2)))
          .at(RequestKind.LIST, RepositoryKind.DATASET, 2, Fault.retryAfter(Duration.ofSeconds(1)));
      assertCrawled(hub, 2);
    }
  }

  @Test
  void refusalsWithoutAWordAreWaitedOut() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator()
          .faults()
          .at(RequestKind.LIST, RepositoryKind.MODEL, 3, Fault.tooManyRequests());
      assertCrawled(hub, 1);
    }
  }

  @Test
  void theLimitIsObeyedBeforeItIsHit() throws Exception {
    RateLimits limits = RateLimits.ofApi(30, Duration.ofSeconds(2));
    try (CrawledHub hub = CrawledHub.start(truth(), limits, FEW_NAMES)) {
      hub.crawl(Scope.SCOPE_FULL);
      assertThat(hub.simulator().requests().all()).noneMatch(request -> request.status() == 429);
      hub.assertEqualsTruth();
      hub.assertFewRequests(LEAST_REQUESTS);
    }
  }

  @Test
  void failuresOfTheServerAreRepeated() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator()
          .faults()
          .at(RequestKind.LIST, RepositoryKind.MODEL, 2, Fault.serverError(500))
          .at(RequestKind.LIST, RepositoryKind.DATASET, 3, Fault.serverError(502))
          .at(RequestKind.LIST, RepositoryKind.SPACE, 1, Fault.serverError(503));
      assertCrawled(hub, 3);
    }
  }

  @Test
  void aBodyThatWasCutIsAskedForAgain() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator().faults().at(RequestKind.LIST, RepositoryKind.MODEL, 4, Fault.cutBody());
      assertCrawled(hub, 1);
    }
  }

  @Test
  void aPageThatComesTwiceCountsOnce() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator().faults().at(RequestKind.LIST, RepositoryKind.MODEL, 6, Fault.repeatedPage());
      assertCrawled(hub, 1);
    }
  }

  @Test
  void cursorsMayChangeTheirForm() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator().faults().changeCursorsFrom(RepositoryKind.MODEL, 5);
      assertCrawled(hub, 0);
    }
  }

  @Test
  void aCursorThatTheHubForgotMakesItsListingBeginAgain() throws Exception {
    try (CrawledHub hub = start()) {
      hub.simulator().faults().at(RequestKind.LIST, RepositoryKind.MODEL, 7, Fault.expiredCursor());
      hub.crawl(Scope.SCOPE_FULL);
      hub.assertEqualsTruth();
    }
  }

  @Test
  void whatMovesWhileItIsListedIsNotMissed() throws Exception {
    try (CrawledHub hub = start()) {
      List<Repository> models = byName(hub.truth());
      hub.simulator()
          .faults()
          .afterPage(
              RepositoryKind.MODEL,
              6,
              () ->
                  models.stream()
                      .limit(300)
                      .forEach(
                          model ->
                              hub.truth()
                                  .modify(
                                      RepositoryKind.MODEL,
                                      model.id(),
                                      builder -> builder.likes(7).trendingScore(99))));
      assertCrawled(hub, 0);
    }
  }

  @Test
  void renamedAndRemovedModelsAreFoundAndKeptAsTombstones() throws Exception {
    try (CrawledHub hub = start()) {
      hub.crawl(Scope.SCOPE_FULL);
      List<Repository> models = byName(hub.truth());
      String renamed = models.get(10).id();
      String removed = models.get(20).id();
      String hidden = models.get(30).id();
      String gated = models.get(40).id();
      hub.simulator().requests().clear();
      hub.simulator()
          .faults()
          .afterPage(
              RepositoryKind.MODEL,
              hub.simulator().requests().count() + 16,
              () -> hub.truth().rename(RepositoryKind.MODEL, renamed, "new-owner/new-name"));
      hub.truth().delete(RepositoryKind.MODEL, removed);
      hub.truth().show(RepositoryKind.MODEL, hidden, Visibility.PRIVATE);
      hub.truth().gate(RepositoryKind.MODEL, gated, Gate.MANUAL);

      hub.crawl(Scope.SCOPE_FULL);
      // Renamed in the middle of that crawl, perhaps behind it.
      hub.crawl(Scope.SCOPE_FULL);

      Artifact tombstone = get(hub, "models/" + removed);
      assertThat(tombstone.getAvailability()).isEqualTo(Availability.AVAILABILITY_DELETED);
      assertThat(tombstone.hasAvailabilityTime()).isTrue();
      Artifact present = get(hub, "models/" + renamed);
      assertThat(present.getName()).isEqualTo("models/new-owner/new-name");
      assertThat(present.getAliasesList()).containsExactly("models/" + renamed);
      assertThat(get(hub, "models/" + gated).getAvailability())
          .isEqualTo(Availability.AVAILABILITY_GATED);
      // Of what is private the hub says to others that it is not there.
      assertThat(get(hub, "models/" + hidden).getAvailability())
          .isEqualTo(Availability.AVAILABILITY_DELETED);
    }
  }

  /** Crawls, and allows for the requests that the hub itself made necessary. */
  private static void assertCrawled(CrawledHub hub, long faults) throws Exception {
    hub.crawl(Scope.SCOPE_FULL);
    hub.assertEqualsTruth();
    hub.assertFewRequests(LEAST_REQUESTS + faults);
  }

  private static CrawledHub start() throws Exception {
    return CrawledHub.start(truth(), RateLimits.NONE, FEW_NAMES);
  }

  private static SimulatedHub truth() throws Exception {
    return RealHub.load(SharedData.require(""), MODELS, DATASETS, SPACES);
  }

  private static Repository anyModel(SimulatedHub hub) {
    return byName(hub).getFirst();
  }

  private static List<Repository> byName(SimulatedHub hub) {
    return hub.listed(RepositoryKind.MODEL).stream()
        .sorted(Comparator.comparing(Repository::id))
        .toList();
  }

  private static Artifact get(CrawledHub hub, String name) {
    return hub.mesh()
        .client()
        .catalogue()
        .getArtifact(GetArtifactRequest.newBuilder().setName(name).build())
        .getArtifact();
  }
}
