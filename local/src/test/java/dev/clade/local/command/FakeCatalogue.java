package dev.clade.local.command;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceImplBase;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** A catalogue of six artifacts, in pages of four. */
final class FakeCatalogue extends CatalogueServiceImplBase {
  private static final List<String> NAMES =
      List.of(
          "datasets/Google/c4",
          "models/bert",
          "models/eve/a",
          "models/google/flan",
          "models/google/t5",
          "spaces/eve/b");

  @Override
  public void listArtifacts(
      ListArtifactsRequest request, StreamObserver<ListArtifactsResponse> client) {
    boolean first = request.getPageToken().isEmpty();
    ListArtifactsResponse.Builder page =
        ListArtifactsResponse.newBuilder().setNextPageToken(first ? "more" : "");
    (first ? NAMES.subList(0, 4) : NAMES.subList(4, 6))
        .forEach(name -> page.addArtifacts(Artifact.newBuilder().setName(name)));
    FakeValuation.answer(client, page.build());
  }
}
