package dev.clade.local.command;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportScope;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.LineageDocument;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ExportView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a part of the graph as a document of another tool's format. */
@Command(
    name = "export",
    description = "Write where an artifact comes from, or what was made from it, for other tools.",
    mixinStandardHelpOptions = true)
public final class ExportCommand extends MeshCommand {
  /** How to write, as typed. */
  enum Format {
    CYCLONEDX(ExportFormat.EXPORT_FORMAT_CYCLONEDX_JSON),
    OPENLINEAGE(ExportFormat.EXPORT_FORMAT_OPENLINEAGE_JSON),
    GRAPHML(ExportFormat.EXPORT_FORMAT_GRAPHML),
    DOT(ExportFormat.EXPORT_FORMAT_GRAPHVIZ_DOT),
    JSON(ExportFormat.EXPORT_FORMAT_JSON);

    private final ExportFormat format;

    Format(ExportFormat format) {
      this.format = format;
    }
  }

  /** What to write, as typed. */
  enum Scope {
    UPSTREAM(ExportScope.EXPORT_SCOPE_UPSTREAM),
    DOWNSTREAM(ExportScope.EXPORT_SCOPE_DOWNSTREAM),
    LINEAGE(ExportScope.EXPORT_SCOPE_LINEAGE),
    FAMILY(ExportScope.EXPORT_SCOPE_FAMILY);

    private final ExportScope scope;

    Scope(ExportScope scope) {
      this.scope = scope;
    }
  }

  @Parameters(paramLabel = "NAME", description = "Such as gpt2, org/model or datasets/glue.")
  private String name;

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(
      names = "--scope",
      description =
          "${COMPLETION-CANDIDATES}. Default: upstream for cyclonedx, which has no other, else"
              + " lineage, that is both ways.")
  private Scope scope;

  @Option(names = "--depth", defaultValue = "0", description = "Most steps each way. Default: 100.")
  private int depth;

  @Option(
      names = "--max-nodes",
      defaultValue = "0",
      description = "Most artifacts to write. Default: 10,000.")
  private int maxNodes;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write. Default: the standard output.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    if (output == null && isJsonAlone()) {
      throw misuse("--json needs --output, as the document goes to the standard output without it");
    }
    ExportLineageRequest request =
        ExportLineageRequest.newBuilder()
            .setName(ArtifactName.of(name))
            .setFormat(format.format)
            .setScope(scope == null ? ExportScope.EXPORT_SCOPE_UNSPECIFIED : scope.scope)
            .setMaxDepth(depth)
            .setMaxNodes(maxNodes)
            .build();
    try (MeshClient client = connect()) {
      LineageDocument document = LineageDocument.export(client, request);
      if (output == null) {
        show(document.header(), document.content().toStringUtf8());
      } else {
        write(document.content());
        show(document.header(), ExportView.render(document.header(), output));
      }
    }
    return 0;
  }

  private void write(ByteString content) throws IOException {
    try (OutputStream file = Files.newOutputStream(output)) {
      content.writeTo(file);
    }
  }
}
