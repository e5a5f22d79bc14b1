package dev.clade.local.command;

import dev.clade.lineage.v1.FeatureSet;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.FeatureSetView;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a feature set. */
@Command(
    name = "create",
    description = {
      "Make a feature set of all that the catalogue knows, and wait for it; Ctrl-C leaves it being"
          + " made. While one is being made, wait for that.",
      "--json gives clade.lineage.v1.FeatureSet."
    },
    mixinStandardHelpOptions = true)
public final class FeaturesCreateCommand extends MeshCommand {
  @Option(
      names = "--snapshot-time",
      converter = SnapshotTime.class,
      paramLabel = "TIME",
      description =
          "Leave out what is later, such as 2024-05-01 or 2024-05-01T12:00:00Z. Default: now.")
  private Instant snapshot;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      EmbeddingVersions versions = new EmbeddingVersions(client);
      FeatureSet set =
          versions.await(
              versions.create(Optional.ofNullable(snapshot)),
              making ->
                  remark(
                      "%s: %,d repositories"
                          .formatted(making.getName(), making.getRepositoryCount())));
      show(set, FeatureSetView.render(set));
      return set.getState() == FeatureSet.State.STATE_READY ? 0 : 1;
    }
  }
}
