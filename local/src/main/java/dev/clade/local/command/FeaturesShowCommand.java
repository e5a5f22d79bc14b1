package dev.clade.local.command;

import dev.clade.lineage.v1.FeatureSet;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.FeatureSetView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where a feature set stands. */
@Command(
    name = "show",
    description = {"Show where a feature set stands.", "--json gives clade.lineage.v1.FeatureSet."},
    mixinStandardHelpOptions = true)
public final class FeaturesShowCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as featureSets/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      FeatureSet set = new EmbeddingVersions(client).set(EmbeddingVersions.featureSet(name));
      show(set, FeatureSetView.render(set));
    }
    return 0;
  }
}
