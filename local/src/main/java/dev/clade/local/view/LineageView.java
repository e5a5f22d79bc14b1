package dev.clade.local.view;

import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Tree;

/** A lineage as two trees: what the start was made from, and what was made from it. */
public final class LineageView {
  private LineageView() {}

  /**
   * Returns both trees, where there is something in them.
   *
   * @param most most children to show of one artifact
   */
  public static String render(GetLineageResponse lineage, int most) {
    StringBuilder text = new StringBuilder();
    if (lineage.getNodesList().stream().anyMatch(node -> node.getDepth() < 0)) {
      text.append("Made from:\n").append(tree(lineage, -1).render(most));
    }
    if (lineage.getNodesList().stream().anyMatch(node -> node.getDepth() > 0)) {
      text.append("Made into:\n").append(tree(lineage, 1).render(most));
    }
    if (text.isEmpty()) {
      text.append("Nothing is declared up or down from here.\n");
    }
    text.append(
        "%,d artifacts; feed at %,d%n"
            .formatted(lineage.getTotalNodeCount(), lineage.getSnapshotSequence()));
    lineage
        .getUnreachableList()
        .forEach(name -> text.append("Not in the graph: ").append(name).append('\n'));
    if (lineage.hasTruncation()) {
      text.append(TruncationWords.of(lineage.getTruncation()));
    }
    return text.toString();
  }

  private static Tree tree(GetLineageResponse lineage, int sign) {
    Tree tree = new Tree();
    for (LineageNode node : lineage.getNodesList()) {
      if (node.getDepth() == 0) {
        tree.root(node.getName(), label(node));
      } else if (Integer.signum(node.getDepth()) == sign) {
        node.getEdgesList().stream()
            .filter(edge -> tree.has(other(edge, sign)))
            .findFirst()
            .ifPresent(
                edge ->
                    tree.child(
                        other(edge, sign),
                        node.getName(),
                        "%s [%s]".formatted(label(node), RelationWords.noun(edge.getType()))));
      }
    }
    return tree;
  }

  private static String other(LineageEdge edge, int sign) {
    return sign > 0 ? edge.getUpstream() : edge.getDownstream();
  }

  private static String label(LineageNode node) {
    return ArtifactName.shorten(node.getName())
        + (node.getCatalogued() ? "" : " (not in the catalogue)");
  }
}
