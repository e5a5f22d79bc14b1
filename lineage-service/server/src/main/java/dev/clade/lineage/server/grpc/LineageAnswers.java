package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.page.Page;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;

/** Writes lineages. */
final class LineageAnswers {
  private LineageAnswers() {}

  static GetLineageResponse of(GetLineageRequest request, LineageFinder.Found found, Page page) {
    Lineage lineage = found.lineage();
    GetLineageResponse.Builder response =
        GetLineageResponse.newBuilder()
            .setNextPageToken(AnswerParts.nextPageToken(request, page))
            .setTotalNodeCount(lineage.size())
            .setSnapshotSequence(lineage.graph().sequence());
    for (int place = page.start(); place < page.end(); place++) {
      response.addNodes(NodeView.EDGES.node(lineage, place));
    }
    AnswerParts.truncation(lineage).ifPresent(response::setTruncation);
    found.unreachable().stream().map(ArtifactName::toString).forEach(response::addUnreachable);
    return response.build();
  }
}
