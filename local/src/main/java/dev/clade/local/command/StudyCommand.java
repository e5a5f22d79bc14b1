package dev.clade.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Runs experiments on valuation as a process of their own, which has libtorch. */
abstract class StudyCommand extends MeshCommand {
  private static final String PROGRAM = "dev.clade.valuation.study.Main";

  @Option(
      names = "--images",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the image files: digits.csv.gz, and Fashion-MNIST's test set.")
  private Path images;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description =
          "Where utilities, tables, pages and JSON go; what is there is not computed again."
              + " Default: the folder study of the state folder.")
  private Path output;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Trainings at once; results do not depend on it. Default: as many as processors.")
  private Integer threads;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|cuda|auto",
      description = "What trains; ${DEFAULT-VALUE} by default.")
  private String device;

  /** Returns the experiments to run; none for all. */
  abstract List<String> experiments();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = output == null ? globals().stateFolder().root().resolve("study") : output;
    int trainings = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    List<String> arguments = new ArrayList<>(experiments());
    arguments.addAll(List.of("--images", images.toString(), "--output", folder.toString()));
    arguments.addAll(List.of("--threads", Integer.toString(trainings), "--device", device));
    json().ifPresent(file -> arguments.add("--json=" + file));
    return StudyProcess.run("2g", PROGRAM, arguments);
  }
}
