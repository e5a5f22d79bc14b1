package dev.clade.local.command;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.CatalogueReader;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ArtifactView;
import dev.clade.local.view.EnrichmentView;
import dev.clade.local.view.HistoryView;
import dev.clade.runtime.error.Reason;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one artifact of the catalogue, or one part of what the catalogue has of it. */
@Command(
    name = "artifact",
    description = "Show what the catalogue has of a model, dataset or space.",
    mixinStandardHelpOptions = true)
public final class ArtifactCommand extends MeshCommand {
  /** What to show in place of the artifact. */
  static final class Part {
    @Option(names = "--card", description = "Show its card.")
    private boolean card;

    @Option(names = "--versions", description = "Show what it said before, the latest first.")
    private boolean versions;

    @Option(names = "--counts", description = "Show its downloads and likes over time.")
    private boolean counts;

    @Option(names = "--commits", description = "Show its commits, the latest first.")
    private boolean commits;

    @Option(names = "--discussions", description = "Show its discussions and pull requests.")
    private boolean discussions;

    @Option(names = "--files", description = "Show its files with their sizes.")
    private boolean files;
  }

  @Parameters(
      paramLabel = "NAME",
      description = "Such as gpt2, org/model or datasets/glue; an old name will do.")
  private String name;

  @ArgGroup private Part part = new Part();

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      CatalogueReader catalogue = new CatalogueReader(client);
      show(catalogue, find(client, catalogue, ArtifactName.of(name)));
    }
    return 0;
  }

  private void show(CatalogueReader catalogue, Artifact artifact) throws IOException {
    String present = artifact.getName();
    if (part.card) {
      GetCardResponse card = catalogue.card(present);
      show(card, EnrichmentView.card(card));
    } else if (part.versions) {
      ListVersionsResponse versions = catalogue.versions(present);
      show(versions, HistoryView.versions(versions));
    } else if (part.counts) {
      ListCountsResponse counts = catalogue.counts(present);
      show(counts, HistoryView.counts(counts));
    } else if (part.commits) {
      ListCommitsResponse commits = catalogue.commits(present);
      show(commits, EnrichmentView.commits(commits));
    } else if (part.discussions) {
      ListDiscussionsResponse discussions = catalogue.discussions(present);
      show(discussions, EnrichmentView.discussions(discussions));
    } else if (part.files) {
      ListFilesResponse files = catalogue.files(present);
      show(files, EnrichmentView.files(files));
    } else {
      show(artifact, ArtifactView.render(artifact));
    }
  }

  /** A name in another case, or an old one without its owner, is one that only the graph knows. */
  private static Artifact find(MeshClient client, CatalogueReader catalogue, String name) {
    try {
      return catalogue.artifact(name);
    } catch (CallFailure failure) {
      if (failure.reason().filter(Reason.ARTIFACT_NOT_FOUND::equals).isEmpty()) {
        throw failure;
      }
      return catalogue.artifact(spelledInGraph(client, name, failure));
    }
  }

  private static String spelledInGraph(MeshClient client, String name, CallFailure failure) {
    GetLineageRequest request =
        GetLineageRequest.newBuilder().addNames(name).setMaxDepth(1).setMaxNodes(1).build();
    try {
      String found = new LineageReader(client).lineage(request).getNodes(0).getName();
      if (!found.equals(name)) {
        return found;
      }
    } catch (CallFailure inGraph) {
      failure.addSuppressed(inGraph);
    }
    throw failure;
  }
}
