package dev.clade.local.command;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.GraphMemoryBench;
import dev.clade.local.bench.ImportBench;
import dev.clade.local.bench.LineageBench;
import dev.clade.local.bench.ReloadBench;
import dev.clade.local.bench.SimilarBench;
import dev.clade.local.bench.StartBench;
import dev.clade.local.bench.load.RpcBench;
import dev.clade.local.bench.load.SoakBench;
import dev.clade.local.bench.study.ActivityBench;
import dev.clade.local.bench.study.NetworkBench;
import dev.clade.local.bench.study.PowerLawBench;
import dev.clade.local.bench.training.EmbeddingBench;
import dev.clade.local.bench.training.TrainingStepBench;
import dev.clade.local.bench.valuation.EvaluationsBench;
import dev.clade.local.bench.valuation.ShapleyBench;
import dev.clade.local.print.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a bench, or lists them. */
@Command(
    name = "bench",
    description = "Measure against a goal; exits with 1 when it is not reached. Lists the benches.",
    mixinStandardHelpOptions = true)
public final class BenchCommand extends MeshCommand {
  private static final List<Bench> BENCHES =
      List.of(
          new ImportBench(),
          new LineageBench(),
          new GraphMemoryBench(),
          new ReloadBench(),
          new StartBench(),
          new RpcBench(),
          new SoakBench(),
          new PowerLawBench(),
          new ActivityBench(),
          new NetworkBench(),
          new TrainingStepBench(),
          new EmbeddingBench(),
          new SimilarBench(),
          new ShapleyBench(),
          new EvaluationsBench());

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Bench to run.")
  private String name;

  @Option(names = "--data", paramLabel = "FILE", description = "Data to use.")
  private Path data;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many times to measure. Default: as often as the bench thinks right.")
  private Integer rounds;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Models of a generated hub. Default: ${DEFAULT-VALUE}.")
  private int models;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What a generated hub is drawn by. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long to go on. Default: as long as the bench thinks right.")
  private Integer minutes;

  /**
   * A bench in the list.
   *
   * @param name what it is called by
   * @param description what it measures
   */
  record Entry(String name, String description) {}

  @Override
  public Integer call() throws Exception {
    if (name == null) {
      List<Entry> entries =
          BENCHES.stream().map(bench -> new Entry(bench.name(), bench.description())).toList();
      Table table = new Table("bench", "what is measured");
      entries.forEach(entry -> table.row(entry.name(), entry.description()));
      show(entries, table.render());
      return 0;
    }
    BenchOptions options =
        new BenchOptions(
            GlobalOptions.home(),
            Optional.ofNullable(data),
            Optional.ofNullable(rounds),
            models,
            seed,
            Optional.ofNullable(minutes));
    Bench bench =
        BENCHES.stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no bench \"%s\"; ./clade bench lists them".formatted(name)));
    BenchResult result = bench.run(options, talk());
    show(result, "");
    return result.holds() ? 0 : 1;
  }
}
