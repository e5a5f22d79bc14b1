package dev.clade.ingest.grpc;

import dev.clade.ingest.catalogue.ArtifactMessages;
import dev.clade.ingest.catalogue.HistoryService;
import dev.clade.ingest.store.Page;
import dev.clade.ingest.store.StoredCounts;
import dev.clade.ingest.store.StoredVersion;
import dev.clade.ingest.v1.ArtifactVersion;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.ListCountsRequest;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListVersionsRequest;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.runtime.grpc.Times;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageTime;
import dev.clade.runtime.page.PageToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Maps the calls that ask what artifacts said before. */
@ApplicationScoped
class HistoryCalls {
  private static final PageSize VERSIONS = new PageSize(50, 200);
  private static final PageSize COUNTS = new PageSize(500, 5_000);

  private final HistoryService history;

  @Inject
  HistoryCalls(HistoryService history) {
    this.history = history;
  }

  Uni<ListVersionsResponse> versions(ListVersionsRequest request) {
    int most = VERSIONS.of(request.getPageSize());
    long before = PagePlace.of(request, request.getPageToken(), Long.MAX_VALUE, Long::valueOf);
    return history.versions(request.getParent(), before, most).map(page -> page(request, page));
  }

  Uni<ListCountsResponse> counts(ListCountsRequest request) {
    int most = COUNTS.of(request.getPageSize());
    Instant after = PagePlace.of(request, request.getPageToken(), Instant.EPOCH, PageTime::parse);
    return history.counts(request.getParent(), after, most).map(page -> page(request, page));
  }

  private static ListVersionsResponse page(ListVersionsRequest request, Page<StoredVersion> page) {
    ListVersionsResponse.Builder response = ListVersionsResponse.newBuilder();
    for (StoredVersion version : page.items()) {
      response.addVersions(
          ArtifactVersion.newBuilder()
              .setSequence(version.sequence())
              .setValidUntil(Times.timestamp(version.validUntil()))
              .setArtifact(ArtifactMessages.of(version)));
    }
    if (page.more()) {
      String last = Long.toString(page.items().getLast().sequence());
      response.setNextPageToken(PageToken.encode(request, last));
    }
    return response.build();
  }

  private static ListCountsResponse page(ListCountsRequest request, Page<StoredCounts> page) {
    ListCountsResponse.Builder response = ListCountsResponse.newBuilder();
    for (StoredCounts counts : page.items()) {
      response.addCounts(counts(counts));
    }
    if (page.more()) {
      String last = page.items().getLast().provenance().snapshotTime().toString();
      response.setNextPageToken(PageToken.encode(request, last));
    }
    return response.build();
  }

  static DatedCounts counts(StoredCounts counts) {
    return DatedCounts.newBuilder()
        .setProvenance(ArtifactMessages.provenance(counts.provenance()))
        .setDownloadCount(counts.downloads())
        .setLikeCount(counts.likes())
        .build();
  }
}
