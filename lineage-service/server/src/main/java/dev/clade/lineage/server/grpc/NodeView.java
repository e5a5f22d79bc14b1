package dev.clade.lineage.server.grpc;

import com.google.protobuf.Timestamp;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.NodeAttributes;
import java.util.ArrayList;
import java.util.List;

/** How much is told of each artifact of a lineage. */
enum NodeView {
  NAMES,
  EDGES,
  ATTRIBUTES;

  LineageNode node(Lineage lineage, int place) {
    GraphSnapshot graph = lineage.graph();
    int node = lineage.node(place);
    LineageNode.Builder told =
        LineageNode.newBuilder()
            .setName(AnswerParts.name(graph, node))
            .setKind(ContractNames.of(graph.kind(node)))
            .setDepth(lineage.depth(place))
            .setCatalogued(graph.isCatalogued(node));
    if (this != NAMES) {
      told.addAllEdges(AnswerParts.edges(graph, lineage.edgesToEarlier(place)));
    }
    if (this == ATTRIBUTES && graph.isCatalogued(node)) {
      told.setAttributes(attributes(graph, node));
    }
    return told.build();
  }

  private static NodeAttributes attributes(GraphSnapshot graph, int node) {
    Profile profile = graph.attributes().profile(node);
    NodeAttributes.Builder told =
        NodeAttributes.newBuilder()
            .setTask(profile.task())
            .setLibrary(profile.library())
            .addAllLicenses(profile.licenses())
            .addAllLanguages(profile.languages())
            .setAvailability(ContractNames.of(profile.availability()))
            .addAllCaseVariants(caseVariants(graph, node));
    graph
        .attributes()
        .createTime(node)
        .map(time -> Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
        .ifPresent(told::setCreateTime);
    return told.build();
  }

  /** In the order of names, those that differ in case only stand together. */
  private static List<String> caseVariants(GraphSnapshot graph, int node) {
    String name = AnswerParts.name(graph, node);
    int first = node;
    while (first > 0 && AnswerParts.name(graph, first - 1).equalsIgnoreCase(name)) {
      first--;
    }
    List<String> variants = new ArrayList<>();
    for (int other = first; other < graph.nodeCount(); other++) {
      String variant = AnswerParts.name(graph, other);
      if (!variant.equalsIgnoreCase(name)) {
        break;
      }
      if (other != node && graph.isCatalogued(other)) {
        variants.add(variant);
      }
    }
    return variants;
  }
}
