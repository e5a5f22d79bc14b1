package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.server.page.Page;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.Truncation;
import dev.clade.runtime.page.PageToken;
import java.util.List;
import java.util.Optional;

/** Writes what lineages and families have in common. */
final class AnswerParts {
  private static final int MOST_FRONTIER_NAMES = 100;

  private AnswerParts() {}

  static String name(GraphSnapshot graph, int node) {
    return graph.name(node).toString();
  }

  static List<LineageEdge> edges(GraphSnapshot graph, List<Edge> edges) {
    return edges.stream().map(edge -> edge(graph, edge)).toList();
  }

  static LineageEdge edge(GraphSnapshot graph, Edge edge) {
    return LineageEdge.newBuilder()
        .setUpstream(name(graph, edge.upstream()))
        .setDownstream(name(graph, edge.downstream()))
        .setType(ContractNames.of(edge.type()))
        .setOrigin(ContractNames.of(edge.origin()))
        .build();
  }

  static Optional<Truncation> truncation(Lineage answer) {
    return answer.truncation().map(cut -> truncation(answer.graph(), cut));
  }

  static Truncation truncation(GraphSnapshot graph, dev.clade.lineage.graph.walk.Truncation cut) {
    Truncation.Builder told =
        Truncation.newBuilder()
            .setReason(reason(cut.reason()))
            .setTotalFrontierCount(cut.frontier().size());
    cut.frontier()
        .intStream()
        .limit(MOST_FRONTIER_NAMES)
        .forEach(node -> told.addFrontier(name(graph, node)));
    return told.build();
  }

  /** Returns the token of the page after a page, empty after the last one. */
  static String nextPageToken(Message request, Page page) {
    return page.next()
        .map(WalkPosition::toString)
        .map(position -> PageToken.encode(request, position))
        .orElse("");
  }

  static Truncation.Reason reason(dev.clade.lineage.graph.walk.Truncation.Reason reason) {
    return switch (reason) {
      case MAX_DEPTH -> Truncation.Reason.REASON_MAX_DEPTH;
      case MAX_NODES -> Truncation.Reason.REASON_MAX_NODES;
      case MAX_EDGES -> Truncation.Reason.REASON_MAX_EDGES;
    };
  }
}
