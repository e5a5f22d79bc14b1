package dev.clade.ingest.grpc;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import dev.clade.ingest.catalogue.EnrichmentService;
import dev.clade.ingest.store.Page;
import dev.clade.ingest.store.RowPlace;
import dev.clade.ingest.v1.GetCardRequest;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsRequest;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListDiscussionsRequest;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesRequest;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageTime;
import dev.clade.runtime.page.PageToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Maps the calls that ask for what was fetched about one artifact. */
@ApplicationScoped
class EnrichmentCalls {
  private static final PageSize COMMITS = new PageSize(50, 1_000);
  private static final PageSize DISCUSSIONS = new PageSize(50, 1_000);
  private static final PageSize FILES = new PageSize(500, 5_000);

  private final EnrichmentService enrichments;

  @Inject
  EnrichmentCalls(EnrichmentService enrichments) {
    this.enrichments = enrichments;
  }

  Uni<GetCardResponse> card(GetCardRequest request) {
    return enrichments.card(request.getName()).map(EnrichmentMessages::of);
  }

  Uni<ListCommitsResponse> commits(ListCommitsRequest request) {
    int most = COMMITS.of(request.getPageSize());
    RowPlace after =
        PagePlace.of(
            request, request.getPageToken(), RowPlace.LATEST, EnrichmentCalls::commitPlace);
    return enrichments.commits(request.getParent(), after, most).map(page -> page(request, page));
  }

  Uni<ListDiscussionsResponse> discussions(ListDiscussionsRequest request) {
    int most = DISCUSSIONS.of(request.getPageSize());
    long after = PagePlace.of(request, request.getPageToken(), 0L, Long::valueOf);
    return enrichments
        .discussions(request.getParent(), after, most)
        .map(page -> page(request, page));
  }

  Uni<ListFilesResponse> files(ListFilesRequest request) {
    int most = FILES.of(request.getPageSize());
    String after = PagePlace.of(request, request.getPageToken(), "", Function.identity());
    return enrichments
        .files(request.getParent(), after, most)
        .map(listing -> page(request, listing));
  }

  private static ListCommitsResponse page(ListCommitsRequest request, Page<Commit> page) {
    ListCommitsResponse.Builder response = ListCommitsResponse.newBuilder();
    page.items().stream().map(EnrichmentMessages::of).forEach(response::addCommits);
    if (page.more()) {
      Commit last = page.items().getLast();
      response.setNextPageToken(PageToken.encode(request, last.time() + " " + last.id()));
    }
    return response.build();
  }

  private static ListDiscussionsResponse page(
      ListDiscussionsRequest request, Page<Discussion> page) {
    ListDiscussionsResponse.Builder response = ListDiscussionsResponse.newBuilder();
    page.items().stream().map(EnrichmentMessages::of).forEach(response::addDiscussions);
    if (page.more()) {
      String last = Long.toString(page.items().getLast().number());
      response.setNextPageToken(PageToken.encode(request, last));
    }
    return response.build();
  }

  private static ListFilesResponse page(
      ListFilesRequest request, EnrichmentService.Listing listing) {
    ListFilesResponse.Builder response =
        ListFilesResponse.newBuilder().setRevision(listing.revision());
    listing.page().items().stream().map(EnrichmentMessages::of).forEach(response::addFiles);
    if (listing.page().more()) {
      String last = listing.page().items().getLast().path();
      response.setNextPageToken(PageToken.encode(request, last));
    }
    return response.build();
  }

  private static RowPlace commitPlace(String position) {
    int space = position.indexOf(' ');
    return new RowPlace(
        PageTime.parse(position.substring(0, space)), position.substring(space + 1));
  }
}
