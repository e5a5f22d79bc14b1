package dev.clade.lineage.server.grpc;

import com.google.protobuf.Timestamp;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.NodeAttributes;

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
            .setAvailability(ContractNames.of(profile.availability()));
    graph
        .attributes()
        .createTime(node)
        .map(time -> Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
        .ifPresent(told::setCreateTime);
    return told.build();
  }
}
