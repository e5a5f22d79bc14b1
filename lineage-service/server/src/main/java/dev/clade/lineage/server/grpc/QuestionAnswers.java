package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.CommonAncestors;
import dev.clade.lineage.graph.walk.Impact;
import dev.clade.lineage.graph.walk.Path;
import dev.clade.lineage.graph.walk.PathAnswer;
import dev.clade.lineage.server.question.Answer;
import dev.clade.lineage.server.question.GraphQuestions.ImpactFound;
import dev.clade.lineage.server.question.GraphStats;
import dev.clade.lineage.v1.CommonAncestor;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.FindCommonAncestorsResponse;
import dev.clade.lineage.v1.FindPathResponse;
import dev.clade.lineage.v1.GetStatsResponse;
import dev.clade.lineage.v1.KindCount;
import dev.clade.lineage.v1.PathStep;
import dev.clade.lineage.v1.RelationCount;
import dev.clade.lineage.v1.SearchCut;
import java.util.List;
import java.util.Map;

/** Writes the answers to questions about the graph other than walks and families. */
final class QuestionAnswers {
  private QuestionAnswers() {}

  static FindPathResponse of(Answer<PathAnswer> answer) {
    GraphSnapshot graph = answer.graph();
    FindPathResponse.Builder response =
        FindPathResponse.newBuilder().setSnapshotSequence(graph.sequence());
    answer.found().path().ifPresent(path -> add(graph, path, response));
    answer.found().cut().map(QuestionAnswers::cut).ifPresent(response::setCut);
    return response.build();
  }

  static FindCommonAncestorsResponse ofAncestors(Answer<CommonAncestors> answer) {
    GraphSnapshot graph = answer.graph();
    CommonAncestors found = answer.found();
    FindCommonAncestorsResponse.Builder response =
        FindCommonAncestorsResponse.newBuilder().setSnapshotSequence(graph.sequence());
    for (int place = 0; place < found.size(); place++) {
      response.addAncestors(
          CommonAncestor.newBuilder()
              .setName(AnswerParts.name(graph, found.node(place)))
              .setDistance(found.distance(place))
              .setNearest(found.isNearest(place))
              .setCatalogued(graph.isCatalogued(found.node(place))));
    }
    found.cut().map(QuestionAnswers::cut).ifPresent(response::setCut);
    return response.build();
  }

  static CountImpactResponse ofImpact(Answer<ImpactFound> answer) {
    Impact impact = answer.found().impact();
    CountImpactResponse.Builder response =
        CountImpactResponse.newBuilder()
            .setTotalCount(impact.total())
            .addAllKinds(kinds(impact.byKind()))
            .addAllFirstRelations(relations(impact.byFirstRelation()))
            .addAllDistanceCounts(impact.byDistance())
            .setSnapshotSequence(answer.graph().sequence());
    impact.cut().map(QuestionAnswers::cut).ifPresent(response::setCut);
    answer.found().unreachable().stream()
        .map(ArtifactName::toString)
        .forEach(response::addUnreachable);
    return response.build();
  }

  static GetStatsResponse of(GraphStats stats) {
    GraphSnapshot graph = stats.graph();
    return GetStatsResponse.newBuilder()
        .setNodeCount(graph.nodeCount())
        .setCataloguedCount(graph.cataloguedCount())
        .addAllKinds(kinds(stats.kinds()))
        .setEdgeCount(graph.edgeCount())
        .addAllRelations(relations(stats.relations()))
        .setSelfLoopCount(graph.selfLoopCount())
        .setIsolatedCount(stats.isolatedCount())
        .setComponentCount(stats.componentCount())
        .setLargestComponentCount(stats.largestComponentSize())
        .setSnapshotSequence(graph.sequence())
        .build();
  }

  private static void add(GraphSnapshot graph, Path path, FindPathResponse.Builder response) {
    path.nodes().forEach(node -> response.addNames(AnswerParts.name(graph, node)));
    for (Path.Step step : path.steps()) {
      response.addSteps(
          PathStep.newBuilder()
              .setDistance(step.distance())
              .setFrom(AnswerParts.name(graph, step.from()))
              .setTo(AnswerParts.name(graph, step.to()))
              .setEdge(AnswerParts.edge(graph, step.edge())));
    }
  }

  private static SearchCut cut(dev.clade.lineage.graph.walk.SearchCut cut) {
    return SearchCut.newBuilder()
        .setReason(AnswerParts.reason(cut.reason()))
        .setCompleteSteps(cut.steps())
        .build();
  }

  private static List<KindCount> kinds(Map<ArtifactKind, Long> counts) {
    return counts.entrySet().stream()
        .map(
            entry ->
                KindCount.newBuilder()
                    .setKind(ContractNames.of(entry.getKey()))
                    .setCount(entry.getValue())
                    .build())
        .toList();
  }

  private static List<RelationCount> relations(Map<RelationType, Long> counts) {
    return counts.entrySet().stream()
        .map(
            entry ->
                RelationCount.newBuilder()
                    .setType(ContractNames.of(entry.getKey()))
                    .setCount(entry.getValue())
                    .build())
        .toList();
  }
}
