package dev.clade.local.command;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Relation;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.view.RelationWords;
import dev.clade.runtime.error.Reason;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one artifact of the catalogue. */
@Command(
    name = "artifact",
    description = "Show what the catalogue has of a model, dataset or space.",
    mixinStandardHelpOptions = true)
public final class ArtifactCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as gpt2, org/model or datasets/glue.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Artifact artifact = find(client, ArtifactName.of(name));
      show(artifact, describe(artifact));
    }
    return 0;
  }

  /** A name in another case, or an old one without its owner, is one that only the graph knows. */
  private static Artifact find(MeshClient client, String name) {
    try {
      return get(client, name);
    } catch (CallFailure failure) {
      if (failure.reason().filter(Reason.ARTIFACT_NOT_FOUND::equals).isEmpty()) {
        throw failure;
      }
      String spelled = spelledInGraph(client, name, failure);
      return get(client, spelled);
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

  private static Artifact get(MeshClient client, String name) {
    GetArtifactRequest request = GetArtifactRequest.newBuilder().setName(name).build();
    return client.call(Service.INGEST, () -> client.catalogue().getArtifact(request)).getArtifact();
  }

  private static String describe(Artifact artifact) {
    StringBuilder text = new StringBuilder(artifact.getName()).append('\n');
    field(text, "author", artifact.getAuthor());
    field(
        text,
        "created",
        artifact.hasCreateTime() ? Timestamps.toString(artifact.getCreateTime()) : "");
    field(text, "downloads", "%,d".formatted(artifact.getDownloadCount()));
    field(text, "likes", "%,d".formatted(artifact.getLikeCount()));
    field(text, "task", artifact.getTask());
    field(text, "library", artifact.getLibrary());
    field(text, "licenses", String.join(", ", artifact.getLicensesList()));
    field(text, "languages", String.join(", ", artifact.getLanguagesList()));
    field(text, "sequence", "%,d, by %s".formatted(artifact.getSequence(), artifact.getImport()));
    List<Relation> relations = artifact.getRelationsList();
    relations.forEach(
        relation -> field(text, RelationWords.of(relation.getType()), relation.getUpstream()));
    field(text, "tags", String.join(" ", artifact.getTagsList()));
    return text.toString();
  }

  private static void field(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append("  %-15s %s%n".formatted(label, value));
    }
  }
}
