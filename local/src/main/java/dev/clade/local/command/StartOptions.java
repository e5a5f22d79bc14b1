package dev.clade.local.command;

import dev.clade.hub.v1.RelationType;
import dev.clade.local.client.ArtifactName;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where commands begin to walk the graph, and along what. */
final class StartOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "Such as gpt2, org/model or datasets/glue.")
  private List<String> names;

  @Option(
      names = "--type",
      split = ",",
      description =
          "Relation types to walk along: ${COMPLETION-CANDIDATES}. Default: all, unless said"
              + " otherwise above.")
  private List<RelationKind> types = List.of();

  /** Returns the resource names typed. */
  List<String> names() {
    return names.stream().map(ArtifactName::of).toList();
  }

  /** Returns the relation types typed; none for the service's default. */
  List<RelationType> types() {
    return types.stream().map(RelationKind::type).toList();
  }
}
