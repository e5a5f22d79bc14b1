package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Mesh;
import dev.clade.local.mesh.MeshConfiguration;
import dev.clade.local.mesh.StateFolder;
import dev.clade.local.print.Progress;
import dev.clade.local.report.HtmlReport;
import dev.clade.local.sample.SampleHub;
import dev.clade.local.view.DemoFindings;
import dev.clade.local.view.FamilyView;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job on a mesh of its own, which it stops at the end. */
@Command(
    name = "demo",
    description =
        "Import a hub, show a model's family and value contributors, on a mesh of its own.",
    mixinStandardHelpOptions = true)
public final class DemoCommand extends MeshCommand {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Models to import instead of the sample: .tsv or .jsonl, plain or gzipped.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = SampleHub.SHOWN_MODEL,
      description = "Model whose family to show. Default: ${DEFAULT-VALUE}.")
  private String model;

  @Option(
      names = "--children",
      defaultValue = "12",
      description = "Most children to print of one model. Default: ${DEFAULT-VALUE}.")
  private int children;

  @Option(
      names = "--replicates",
      defaultValue = "3",
      description = "Trainings of each coalition. Default: ${DEFAULT-VALUE}.")
  private int replicates;

  @Option(
      names = "--steps",
      defaultValue = "0",
      description = "Optimizer steps of each training. Default: 300.")
  private int steps;

  /**
   * What the demonstration showed.
   *
   * @param counts what became of the imported records
   * @param family the model's family
   * @param valuation the run
   * @param findings what the values show, in words
   * @param report where the page is
   */
  record Outcome(
      ImportCounts counts,
      GetFamilyResponse family,
      Valuation valuation,
      List<String> findings,
      String report) {}

  @Override
  public Integer call() throws Exception {
    if (data != null && !Files.isRegularFile(data)) {
      throw new IllegalArgumentException("there is no file " + data);
    }
    StateFolder own = new StateFolder(globals().stateFolder().folder("demo"));
    Mesh.discard(own);
    say("Starting PostgreSQL, Redis and three services in %s", own.root());
    MeshConfiguration configuration =
        new MeshConfiguration(GlobalOptions.home(), own, false, globals().traceEndpoint());
    try (Mesh mesh = Mesh.start(configuration, words -> {});
        MeshClient client = globals().connect(mesh.endpoints(), mesh.security())) {
      mesh.publish();
      return demonstrate(client);
    }
  }

  private int demonstrate(MeshClient client) throws Exception {
    ImportCounts counts = importModels(client);
    GetFamilyResponse family =
        new LineageReader(client)
            .family(GetFamilyRequest.newBuilder().setName(ArtifactName.of(model)).build());
    say("%nThe family of %s:", ArtifactName.shorten(ArtifactName.of(model)));
    talk().print(FamilyView.render(family, children));
    Valuation run = value(client);
    talk().print(ValuationView.render(run));
    if (run.getState() != Valuation.State.STATE_SUCCEEDED) {
      throw new IOException("the valuation did not succeed: " + run.getFailure());
    }
    List<String> findings = DemoFindings.of(run);
    findings.forEach(finding -> say("- %s", finding));
    Path report = globals().stateFolder().root().resolve("clade-report.html");
    Files.writeString(
        report, HtmlReport.page(ArtifactName.of(model), family, children, run, findings));
    show(
        new Outcome(counts, family, run, findings, report.toString()),
        "%nReport: %s%n".formatted(report));
    return 0;
  }

  private ImportCounts importModels(MeshClient client) throws Exception {
    String name = data == null ? SampleHub.FILE_NAME : data.getFileName().toString();
    long start = System.nanoTime();
    Operation operation;
    try (InputStream content = data == null ? SampleHub.open() : Files.newInputStream(data);
        Progress progress = Progress.start("import", " MiB", 1 << 20)) {
      operation =
          new FileImport(client)
              .run(
                  name,
                  content,
                  state ->
                      progress.update(
                          state.getReadBytes(),
                          state.getTotalBytes(),
                          "%,d records".formatted(state.getCounts().getRecords())));
    }
    ImportResult result = FileImport.result(operation);
    new LineageReader(client).await(result.getLastSequence());
    ImportCounts counts = result.getCounts();
    say(
        "Imported %,d models in %.1f s: %,d new, %,d refused.",
        counts.getRecords(),
        (System.nanoTime() - start) / 1e9,
        counts.getCreated(),
        counts.getQuarantined());
    return counts;
  }

  private Valuation value(MeshClient client) {
    say("%nValuing six contributors of drawn images: every coalition trains a diffusion model.");
    ValuationRuns runs = new ValuationRuns(client);
    Valuation run =
        runs.create(
            Valuation.newBuilder()
                .setImageSet(runs.store(DrawnImages.draw(0)).getName())
                .setEstimator(Estimator.ESTIMATOR_EXACT)
                .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(steps))
                .setReplicateCount(replicates)
                .build());
    return ValuationWatch.follow(runs, run.getName());
  }

  private void say(String format, Object... values) {
    talk().printf(format + "%n", values);
    talk().flush();
  }
}
