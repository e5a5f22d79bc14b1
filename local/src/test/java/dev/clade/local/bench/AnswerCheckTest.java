package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.local.bench.hub.HubTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerCheckTest {
  private static final GetLineageResponse RIGHT =
      GetLineageResponse.newBuilder()
          .setTotalNodeCount(3)
          .addNodes(node("models/a/tuned", 0))
          .addNodes(node("models/a/base", -1, edge("models/a/base", "models/a/tuned")))
          .addNodes(node("models/b/again", 1, edge("models/a/tuned", "models/b/again")))
          .build();

  @TempDir private Path folder;
  private AnswerCheck check;

  @BeforeEach
  void readHub() throws Exception {
    Path table = folder.resolve("models.tsv");
    Files.writeString(
        table,
        """
        id\ttags
        a/base\t
        a/other\tbase_model:finetune:a/base
        a/tuned\tbase_model:finetune:a/base
        b/again\tbase_model:finetune:a/tuned
        """);
    check = new AnswerCheck(new PlainWalk(HubTable.read(table)));
  }

  @Test
  void acceptsAncestorsAndDescendantsWithTheirRelations() {
    assertThat(check.isRight("models/a/tuned", RIGHT)).isTrue();
  }

  @Test
  void refusesAnswersThatLackSomethingOrHaveItInAnotherPlace() {
    assertThat(isRight(RIGHT.toBuilder().setTotalNodeCount(4))).isFalse();
    assertThat(isRight(RIGHT.toBuilder().setTotalNodeCount(2).removeNodes(2))).isFalse();
    assertThat(isRight(RIGHT.toBuilder().setNodes(2, RIGHT.getNodes(1)))).isFalse();
    assertThat(isRight(RIGHT.toBuilder().setNodes(2, node("models/b/again", 1)))).isFalse();
    assertThat(isRight(RIGHT.toBuilder().setNodes(0, node("models/a/tuned", 1)))).isFalse();
    assertThat(isRight(RIGHT.toBuilder().setNodes(2, node("models/a/other", 1)))).isFalse();
  }

  private boolean isRight(GetLineageResponse.Builder answer) {
    return check.isRight("models/a/tuned", answer.build());
  }

  private static LineageNode node(String name, int depth, LineageEdge... edges) {
    LineageNode.Builder node = LineageNode.newBuilder().setName(name).setDepth(depth);
    for (LineageEdge edge : edges) {
      node.addEdges(edge);
    }
    return node.build();
  }

  private static LineageEdge edge(String upstream, String downstream) {
    return LineageEdge.newBuilder()
        .setUpstream(upstream)
        .setDownstream(downstream)
        .setType(RelationType.RELATION_TYPE_FINETUNE)
        .build();
  }
}
