package dev.clade.local.command;

import dev.clade.local.mesh.MeshFailure;
import dev.clade.local.trace.Trace;
import dev.clade.local.trace.TraceDocument;
import dev.clade.local.trace.TraceSpan;
import dev.clade.local.trace.TraceStore;
import dev.clade.local.trace.TraceTable;
import dev.clade.local.trace.Waterfall;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows traces of the mesh that {@code ./clade up} runs, or ran. */
@Command(
    name = "trace",
    description =
        "List the newest traces of the mesh, or draw one as a waterfall. Spans arrive within a"
            + " second of their end; a trace that is not complete says so.",
    mixinStandardHelpOptions = true)
public final class TraceCommand extends MeshCommand {
  /** Name of the folder in the state folder. */
  static final String FOLDER = "traces";

  private static final int SHORTEST_PREFIX = 4;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Identifier of the trace, or its beginning, 4 digits or more.")
  private String id;

  @Option(
      names = "--most",
      defaultValue = "20",
      description = "Most traces to list. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Width of the waterfall. Default: that of the terminal.")
  private Integer width;

  @Override
  public Integer call() throws Exception {
    List<TraceSpan> spans = new TraceStore(globals().stateFolder().folder(FOLDER)).spans();
    List<Trace> traces = Trace.of(spans);
    if (id == null) {
      List<Trace> newest = traces.stream().limit(most).toList();
      show(newest.stream().map(TraceDocument::summary).toList(), TraceTable.render(newest));
      return 0;
    }
    Trace trace = find(traces);
    TraceDocument document = TraceDocument.whole(trace, spans);
    show(document, Waterfall.draw(trace, document.linkedFrom(), columns()));
    return 0;
  }

  private Trace find(List<Trace> traces) {
    if (id.length() < SHORTEST_PREFIX || !id.matches("[0-9a-f]+")) {
      throw misuse(
          "\"%s\" is no identifier of a trace: hexadecimal digits, 4 or more".formatted(id));
    }
    List<Trace> found = traces.stream().filter(trace -> trace.id().startsWith(id)).toList();
    return switch (found.size()) {
      case 0 ->
          throw new MeshFailure("no trace %s is kept; ./clade trace lists them".formatted(id));
      case 1 -> found.getFirst();
      default -> throw new MeshFailure("%d traces begin with %s".formatted(found.size(), id));
    };
  }

  private int columns() {
    if (width != null) {
      return width;
    }
    spec.usageMessage().autoWidth(true);
    return spec.usageMessage().width();
  }
}
