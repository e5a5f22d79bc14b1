package dev.clade.valuation.study;

import com.google.gson.JsonArray;
import dev.clade.report.render.PlainText;
import dev.clade.valuation.study.experiment.ConditionValues;
import dev.clade.valuation.study.experiment.Economy;
import dev.clade.valuation.study.experiment.EqualCompute;
import dev.clade.valuation.study.experiment.ExactTruth;
import dev.clade.valuation.study.experiment.Experiment;
import dev.clade.valuation.study.experiment.Game;
import dev.clade.valuation.study.experiment.LabelNoise;
import dev.clade.valuation.study.experiment.OtherNetwork;
import dev.clade.valuation.study.experiment.Outcome;
import dev.clade.valuation.study.experiment.OutcomeFiles;
import dev.clade.valuation.study.experiment.ProxyFidelity;
import dev.clade.valuation.study.experiment.SampledValues;
import dev.clade.valuation.study.experiment.SolverComparison;
import dev.clade.valuation.study.experiment.Workbench;
import dev.clade.valuation.study.output.ReportFiles;
import dev.clade.valuation.study.output.StudyProgram;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line of the experiments. It ends with 0 when every claim holds, 1 when one does not
 * or something fails, and 2 when its options are wrong.
 */
@Command(
    name = "clade-valuation-study",
    description = "Runs experiments on valuation; without a name, all of them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final List<Experiment> EXPERIMENTS =
      List.of(
          new ExactTruth(Game.DIGITS),
          new ProxyFidelity(Game.DIGITS),
          new EqualCompute(Game.DIGITS),
          new SolverComparison(Game.DIGITS),
          new Economy(),
          SampledValues.ofTwenty(),
          new ConditionValues(),
          SampledValues.ofFonts(),
          new LabelNoise(),
          new OtherNetwork(),
          new ExactTruth(Game.CLOTHES),
          new ProxyFidelity(Game.CLOTHES),
          new EqualCompute(Game.CLOTHES),
          new SolverComparison(Game.CLOTHES));

  private static final String STANDARD_OUTPUT = "-";

  @Parameters(paramLabel = "NAME", description = "Experiments to run, such as e1.")
  private List<String> names = List.of();

  @Option(
      names = "--images",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the image files.")
  private Path images;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "Where ledgers, tables and pages go; what is there is not computed again.")
  private Path output;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Evaluations at once; results do not depend on it. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|cuda|auto",
      description = "What computes; ${DEFAULT-VALUE} by default.")
  private DeviceChoice device;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description = "Print JSON instead of text; with FILE, write it there and print the text.")
  private String json;

  @Spec private CommandSpec command;

  private Main() {}

  /** Runs experiments; see {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(StudyProgram.run(new Main(), arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Experiment> chosen = chosen();
    Workbench bench = new Workbench(images, output, threads, ComputeDevice.open(device));
    List<String> failing = new ArrayList<>();
    JsonArray outcomes = new JsonArray();
    PrintStream talk = STANDARD_OUTPUT.equals(json) ? System.err : System.out;
    for (Experiment experiment : chosen) {
      talk.printf("%n%s: %s%n", experiment.name(), experiment.title());
      Outcome outcome = experiment.run(bench);
      OutcomeFiles.write(output, experiment, outcome);
      outcomes.add(OutcomeFiles.json(experiment, outcome));
      outcome.report().tables().forEach(table -> talk.println(PlainText.of(table)));
      outcome.report().notes().forEach(note -> talk.println("- " + note));
      outcome.checks().forEach(check -> talk.println(check.line()));
      if (!outcome.holds()) {
        failing.add(experiment.name());
      }
    }
    talk.printf("%nTables, pages and JSON are in %s.%n", output);
    if (!failing.isEmpty()) {
      talk.println("Claims do not hold in " + String.join(", ", failing) + ".");
    }
    if (STANDARD_OUTPUT.equals(json)) {
      System.out.print(ReportFiles.text(outcomes));
    } else if (json != null) {
      Files.writeString(Path.of(json), ReportFiles.text(outcomes));
    }
    return failing.isEmpty() ? 0 : 1;
  }

  private List<Experiment> chosen() {
    if (threads < 1) {
      throw misuse("--threads must be at least 1; it is " + threads);
    }
    List<String> known = EXPERIMENTS.stream().map(Experiment::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw misuse(
            "there is no experiment \"%s\"; there are %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    return EXPERIMENTS.stream()
        .filter(each -> names.isEmpty() || names.contains(each.name()))
        .toList();
  }

  private ParameterException misuse(String words) {
    return new ParameterException(command.commandLine(), words);
  }
}
