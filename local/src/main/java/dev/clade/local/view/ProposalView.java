package dev.clade.local.view;

import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Table;
import dev.clade.valuation.v1.ContributorGap;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.DatasetDeclaration;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.ProposedContributor;
import java.util.List;
import java.util.stream.Collectors;

/** The contributors behind a model, why they are, and what is missing. */
public final class ProposalView {
  private static final String DATASETS = "datasets/";
  private static final int SHOWN = 3;

  private ProposalView() {}

  /** Returns the proposal as a table and a list. */
  public static String render(ProposeContributorsResponse proposal) {
    StringBuilder text = new StringBuilder();
    if (proposal.getContributorsCount() > 0) {
      Table table = new Table("contributor", "datasets", "licences", "declared by");
      for (ProposedContributor one : proposal.getContributorsList()) {
        DataContributor contributor = one.getContributor();
        table.row(
            contributor.getId(),
            words(contributor.getSourcesList().stream().map(ProposalView::dataset).toList()),
            words(contributor.getLicensesList()),
            words(one.getDeclarationsList().stream().map(ProposalView::model).distinct().toList()));
      }
      text.append(table.render()).append('\n');
    }
    text.append(
        "%s: %,d of %,d contributors, from %,d models; feed at %,d%n"
            .formatted(
                ArtifactName.shorten(proposal.getModel()),
                proposal.getContributorsCount(),
                proposal.getTotalContributorCount(),
                proposal.getModelCount(),
                proposal.getSnapshotSequence()));
    if (proposal.getGapsCount() > 0) {
      text.append("What is missing or doubtful:\n");
      for (ContributorGap gap : proposal.getGapsList()) {
        text.append("  ").append(gap.getMessage()).append('\n');
      }
    }
    return text.toString();
  }

  private static String dataset(String name) {
    return name.startsWith(DATASETS) ? name.substring(DATASETS.length()) : name;
  }

  private static String model(DatasetDeclaration declaration) {
    String model = ArtifactName.shorten(declaration.getModel());
    return declaration.getModelDepth() == 0
        ? model
        : "%s (%d up)".formatted(model, declaration.getModelDepth());
  }

  private static String words(List<String> all) {
    String first = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return all.size() <= SHOWN ? first : "%s and %d more".formatted(first, all.size() - SHOWN);
  }
}
