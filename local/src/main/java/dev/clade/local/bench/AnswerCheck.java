package dev.clade.local.bench;

import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares first pages of lineages with the plain walk: how many artifacts there are, which come
 * first and how far they are, and all relations between those on the page.
 */
final class AnswerCheck {
  private final PlainWalk walk;

  AnswerCheck(PlainWalk walk) {
    this.walk = walk;
  }

  /** Returns whether the answer to the question about an artifact is right. */
  boolean isRight(String start, GetLineageResponse answer) {
    Map<String, Integer> expected = walk.lineage(start, LineageQuestion.DEPTH);
    int total = Math.min(LineageQuestion.MOST, expected.size());
    return answer.getTotalNodeCount() == total
        && answer.getNodesCount() == Math.min(LineageQuestion.PAGE, total)
        && areNearest(answer, expected)
        && edges(answer).equals(expectedEdges(answer));
  }

  private static boolean areNearest(GetLineageResponse answer, Map<String, Integer> expected) {
    Set<String> told = new HashSet<>();
    int farthest = 0;
    for (LineageNode node : answer.getNodesList()) {
      int distance = Math.abs(node.getDepth());
      Integer depth = expected.get(node.getName());
      if (distance < farthest || depth == null || depth != node.getDepth()) {
        return false;
      }
      farthest = distance;
      told.add(node.getName());
    }
    int beyond = farthest;
    return told.size() == answer.getNodesCount()
        && expected.entrySet().stream()
            .filter(each -> Math.abs(each.getValue()) < beyond)
            .allMatch(each -> told.contains(each.getKey()));
  }

  private static Set<String> edges(GetLineageResponse answer) {
    Set<String> edges = new HashSet<>();
    for (LineageNode node : answer.getNodesList()) {
      for (LineageEdge edge : node.getEdgesList()) {
        String type = edge.getType().name().substring("RELATION_TYPE_".length());
        edges.add(edge(edge.getUpstream(), edge.getDownstream(), type));
      }
    }
    return edges;
  }

  private Set<String> expectedEdges(GetLineageResponse answer) {
    Set<String> told = new HashSet<>();
    answer.getNodesList().forEach(node -> told.add(node.getName()));
    Set<String> edges = new HashSet<>();
    for (String name : told) {
      for (PlainWalk.Link link : walk.upstream(name)) {
        if (told.contains(link.other())) {
          edges.add(edge(link.other(), name, link.type().name()));
        }
      }
    }
    return edges;
  }

  private static String edge(String upstream, String downstream, String type) {
    return upstream + ' ' + type + ' ' + downstream;
  }
}
