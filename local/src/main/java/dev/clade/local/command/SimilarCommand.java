package dev.clade.local.command;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.lineage.v1.Collapse;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.view.SimilarView;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is like an artifact, or fits words. */
@Command(
    name = "similar",
    description = {
      "Show what is like an artifact, or what fits words.",
      "--json gives clade.lineage.v1.FindSimilarResponse."
    },
    mixinStandardHelpOptions = true)
public final class SimilarCommand extends MeshCommand {
  @ArgGroup(multiplicity = "1")
  private Query query;

  /** One of both. */
  static final class Query {
    @Parameters(paramLabel = "NAME", description = "Such as gpt2 or datasets/org/data.")
    String name;

    @Option(names = "--text", paramLabel = "WORDS", description = "Words to look for.")
    String text;
  }

  /** Kinds that the embedding has. */
  enum Kind {
    MODEL,
    DATASET,
    SPACE
  }

  /** What is shown once only. */
  enum Once {
    NOTHING,
    COPIES,
    FAMILIES
  }

  @Option(
      names = "--kind",
      description = "Kinds to find: ${COMPLETION-CANDIDATES}. Default: that of the artifact.")
  private List<Kind> kinds = List.of();

  @Option(names = "--task", description = "Tasks to find, such as text-generation. Default: any.")
  private List<String> tasks = List.of();

  @Option(names = "--library", description = "Libraries to find. Default: any.")
  private List<String> libraries = List.of();

  @Option(names = "--license", description = "Licences to find. Default: any.")
  private List<String> licenses = List.of();

  @Option(
      names = "--once",
      defaultValue = "COPIES",
      description = "What is shown once only: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Once once;

  @Option(
      names = "--results",
      defaultValue = "10",
      description = "How many to find, at most 100. Default: ${DEFAULT-VALUE}.")
  private int results;

  @Override
  public Integer call() throws Exception {
    FindSimilarRequest request = request();
    try (MeshClient client = connect()) {
      FindSimilarResponse found =
          client.call(Service.LINEAGE, () -> client.similarity().findSimilar(request));
      show(found, SimilarView.render(found));
    }
    return 0;
  }

  private FindSimilarRequest request() {
    FindSimilarRequest.Builder request =
        FindSimilarRequest.newBuilder()
            .setMaxResults(results)
            .addAllTasks(tasks)
            .addAllLibraries(libraries)
            .addAllLicenses(licenses)
            .setCollapse(Collapse.valueOf("COLLAPSE_" + once));
    kinds.forEach(kind -> request.addKinds(ArtifactKind.valueOf("ARTIFACT_KIND_" + kind)));
    return query.text != null
        ? request.setText(query.text).build()
        : request.setName(ArtifactName.of(query.name)).build();
  }
}
