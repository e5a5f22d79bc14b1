package dev.clade.local.client;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetCardRequest;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsRequest;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListCountsRequest;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListDiscussionsRequest;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesRequest;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.ingest.v1.ListVersionsRequest;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.local.mesh.Service;
import java.util.function.Function;

/** Reads what the catalogue has of one artifact; lists come whole, all pages in one. */
public final class CatalogueReader {
  private static final int LARGEST_PAGE = 5_000;

  private final MeshClient client;

  /** Creates a reader that calls through a client. */
  public CatalogueReader(MeshClient client) {
    this.client = client;
  }

  /** Returns the artifact of a resource name, present or old. */
  public Artifact artifact(String name) {
    GetArtifactRequest request = GetArtifactRequest.newBuilder().setName(name).build();
    return call(stub -> stub.getArtifact(request)).getArtifact();
  }

  /** Returns an artifact's card. */
  public GetCardResponse card(String name) {
    GetCardRequest request = GetCardRequest.newBuilder().setName(name).build();
    return call(stub -> stub.getCard(request));
  }

  /** Returns what an artifact said before. */
  public ListVersionsResponse versions(String parent) {
    ListVersionsResponse.Builder all = ListVersionsResponse.newBuilder();
    ListVersionsRequest.Builder next =
        ListVersionsRequest.newBuilder().setParent(parent).setPageSize(LARGEST_PAGE);
    do {
      ListVersionsResponse page = call(stub -> stub.listVersions(next.build()));
      all.addAllVersions(page.getVersionsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all.build();
  }

  /** Returns an artifact's counts over time. */
  public ListCountsResponse counts(String parent) {
    ListCountsResponse.Builder all = ListCountsResponse.newBuilder();
    ListCountsRequest.Builder next =
        ListCountsRequest.newBuilder().setParent(parent).setPageSize(LARGEST_PAGE);
    do {
      ListCountsResponse page = call(stub -> stub.listCounts(next.build()));
      all.addAllCounts(page.getCountsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all.build();
  }

  /** Returns an artifact's commits. */
  public ListCommitsResponse commits(String parent) {
    ListCommitsResponse.Builder all = ListCommitsResponse.newBuilder();
    ListCommitsRequest.Builder next =
        ListCommitsRequest.newBuilder().setParent(parent).setPageSize(LARGEST_PAGE);
    do {
      ListCommitsResponse page = call(stub -> stub.listCommits(next.build()));
      all.addAllCommits(page.getCommitsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all.build();
  }

  /** Returns an artifact's discussions and pull requests. */
  public ListDiscussionsResponse discussions(String parent) {
    ListDiscussionsResponse.Builder all = ListDiscussionsResponse.newBuilder();
    ListDiscussionsRequest.Builder next =
        ListDiscussionsRequest.newBuilder().setParent(parent).setPageSize(LARGEST_PAGE);
    do {
      ListDiscussionsResponse page = call(stub -> stub.listDiscussions(next.build()));
      all.addAllDiscussions(page.getDiscussionsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all.build();
  }

  /** Returns an artifact's files. */
  public ListFilesResponse files(String parent) {
    ListFilesResponse.Builder all = ListFilesResponse.newBuilder();
    ListFilesRequest.Builder next =
        ListFilesRequest.newBuilder().setParent(parent).setPageSize(LARGEST_PAGE);
    do {
      ListFilesResponse page = call(stub -> stub.listFiles(next.build()));
      all.addAllFiles(page.getFilesList()).setRevision(page.getRevision());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all.build();
  }

  private <T> T call(Function<CatalogueServiceBlockingStub, T> method) {
    return client.call(Service.INGEST, () -> method.apply(client.catalogue()));
  }
}
