package dev.clade.local.command;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.ImportBench;
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
  private static final List<Bench> BENCHES = List.of(new ImportBench());

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Bench to run.")
  private String name;

  @Option(names = "--data", paramLabel = "FILE", description = "Data to use.")
  private Path data;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How many times to measure. Default: ${DEFAULT-VALUE}.")
  private int rounds;

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
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds must be at least 1");
    }
    Bench bench =
        BENCHES.stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no bench \"%s\"; ./clade bench lists them".formatted(name)));
    BenchResult result = bench.run(GlobalOptions.home(), Optional.ofNullable(data), rounds, talk());
    show(result, "");
    return result.holds() ? 0 : 1;
  }
}
