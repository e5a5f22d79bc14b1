package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.family.Family;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.family.FamilyOverview;
import dev.clade.lineage.server.page.Page;
import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.FamilySummary;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;

/** Writes families. */
final class FamilyAnswers {
  private FamilyAnswers() {}

  static GetFamilyResponse of(GetFamilyRequest request, Family family, Page page) {
    GetFamilyResponse.Builder response =
        GetFamilyResponse.newBuilder()
            .setNextPageToken(AnswerParts.nextPageToken(request, page))
            .setSummary(summary(family))
            .setSnapshotSequence(family.members().graph().sequence());
    for (int place = page.start(); place < page.end(); place++) {
      response.addMembers(member(family, place));
    }
    AnswerParts.truncation(family.members()).ifPresent(response::setTruncation);
    return response.build();
  }

  private static FamilySummary summary(Family family) {
    GraphSnapshot graph = family.members().graph();
    FamilyOverview overview = FamilyOverview.of(family);
    FamilySummary.Builder summary =
        FamilySummary.newBuilder()
            .setMemberCount(family.members().size())
            .addAllGenerationSizes(overview.generationSizes())
            .setChildCountGini(overview.childCountGini());
    family.roots().forEach(root -> summary.addRoots(AnswerParts.name(graph, root)));
    return summary.build();
  }

  private static FamilyMember member(Family family, int place) {
    GraphSnapshot graph = family.members().graph();
    int node = family.members().node(place);
    FamilyMember.Builder member =
        FamilyMember.newBuilder()
            .setName(AnswerParts.name(graph, node))
            .setGeneration(family.members().depth(place))
            .setCatalogued(graph.isCatalogued(node))
            .addAllParents(AnswerParts.edges(graph, family.parents(place)))
            .setChildCount(family.childCount(place));
    family
        .outsideParents(place)
        .forEach(parent -> member.addOutsideParents(AnswerParts.name(graph, parent)));
    return member.build();
  }
}
