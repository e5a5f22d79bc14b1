package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.v1.ContributorGap;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.DatasetDeclaration;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.ProposedContributor;
import org.junit.jupiter.api.Test;

final class ProposalViewTest {
  @Test
  void contributorsStandInATableAndGapsBelow() {
    ProposeContributorsResponse proposal =
        ProposeContributorsResponse.newBuilder()
            .setModel("models/x/chat")
            .setTotalContributorCount(1)
            .setModelCount(2)
            .setSnapshotSequence(1_234)
            .addContributors(
                ProposedContributor.newBuilder()
                    .setContributor(
                        DataContributor.newBuilder()
                            .setId("nyu")
                            .addSources("datasets/nyu/a")
                            .addSources("datasets/nyu/b")
                            .addSources("datasets/nyu/c")
                            .addSources("datasets/nyu/d")
                            .addLicenses("mit"))
                    .addDeclarations(declaration("models/x/chat", 0))
                    .addDeclarations(declaration("models/x/base", 1)))
            .addGaps(
                ContributorGap.newBuilder()
                    .setKind(ContributorGap.Kind.KIND_DATASET_GATED)
                    .setMessage("datasets/nyu/a can be had by some"))
            .build();
    assertThat(ProposalView.render(proposal))
        .isEqualTo(
            """
            contributor  datasets                        licences  declared by
            nyu          nyu/a, nyu/b, nyu/c and 1 more  mit       x/chat, x/base (1 up)

            x/chat: 1 of 1 contributors, from 2 models; feed at 1,234
            What is missing or doubtful:
              datasets/nyu/a can be had by some
            """);
  }

  private static DatasetDeclaration.Builder declaration(String model, int depth) {
    return DatasetDeclaration.newBuilder()
        .setModel(model)
        .setModelDepth(depth)
        .setDataset("datasets/nyu/a");
  }
}
