package dev.clade.local.command;

import dev.clade.lineage.v1.Analysis;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.ReportFormat;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ReportRuns;
import dev.clade.local.view.ReportView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a report on the whole graph. */
@Command(
    name = "report",
    description =
        "Compute an analysis of the whole graph, or show it if it was computed before; or run the"
            + " experiments on valuation, or write the model card of the shared embedding.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReportShapleyCommand.class,
      ReportLdsCommand.class,
      ReportExperimentsCommand.class,
      ReportEmbeddingCommand.class
    })
public final class ReportCommand extends MeshCommand {
  @ArgGroup(exclusive = true)
  private Wish wish;

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE",
      description = "Set a parameter of the analysis; may be repeated. --list tells what there is.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--max-age",
      defaultValue = "PT0S",
      paramLabel = "DURATION",
      description =
          "A report that is no older will do, whatever its snapshot, such as PT1H. Default: only"
              + " one on the latest snapshot does.")
  private Duration maxAge;

  @Option(
      names = "--rows",
      defaultValue = "20",
      description = "Most rows to print of a table. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write the report as a page with its figures inside.")
  private Path html;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write all tables, as a ZIP archive of comma-separated values.")
  private Path csv;

  /** Which report, or what reports there are. */
  static final class Wish {
    @Parameters(paramLabel = "NAME", description = "Name of the analysis, such as structure.")
    private String analysis;

    @Option(names = "--list", required = true, description = "List what can be asked for.")
    private boolean list;
  }

  @Override
  public Integer call() throws Exception {
    if (wish == null) {
      throw misuse("name an analysis, or --list what there is");
    }
    try (MeshClient client = connect()) {
      ReportRuns reports = new ReportRuns(client);
      if (wish.list) {
        List<Analysis> analyses = reports.analyses();
        show(analyses, ReportView.render(analyses));
        return 0;
      }
      Report report = reports.get(request(), () -> talk().printf("Computing %s.%n", wish.analysis));
      write(reports, report, ReportFormat.REPORT_FORMAT_HTML, html);
      write(reports, report, ReportFormat.REPORT_FORMAT_CSV_ZIP, csv);
      show(report, ReportView.render(report, rows));
    }
    return 0;
  }

  private CreateReportRequest request() {
    return CreateReportRequest.newBuilder()
        .setAnalysis(wish.analysis)
        .putAllParameters(parameters)
        .setMaxAge(
            com.google.protobuf.Duration.newBuilder()
                .setSeconds(maxAge.getSeconds())
                .setNanos(maxAge.getNano()))
        .build();
  }

  private static void write(ReportRuns reports, Report report, ReportFormat format, Path file)
      throws IOException {
    if (file != null) {
      try (OutputStream out = Files.newOutputStream(file)) {
        reports.export(report.getName(), format, out);
      }
    }
  }
}
