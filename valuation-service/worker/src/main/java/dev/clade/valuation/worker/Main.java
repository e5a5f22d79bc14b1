package dev.clade.valuation.worker;

import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.error.CladeException;
import dev.clade.valuation.worker.embedding.EmbeddingEvaluator;
import dev.clade.valuation.worker.embedding.TrainingStates;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.grpc.GrpcEvaluationQueue;
import dev.clade.valuation.worker.grpc.GrpcRepositorySource;
import dev.clade.valuation.worker.grpc.WorkerDescription;
import dev.clade.valuation.worker.lease.EmbeddingEvaluations;
import dev.clade.valuation.worker.lease.Evaluator;
import dev.clade.valuation.worker.lease.ImageEvaluations;
import dev.clade.valuation.worker.lease.RepositoryWork;
import dev.clade.valuation.worker.lease.WorkerLoop;
import dev.clade.valuation.worker.telemetry.EventLog;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The worker's command line. */
@Command(
    name = "clade-valuation-worker",
    description = "Trains and measures coalitions that a valuation service leases.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:There is no work left, or the worker was told to end (TERM, INT, its parent's end) and"
          + " gave back what it had not done.",
      "1:The service stayed away, or the device cannot be used.",
      "2:An option is wrong, or a file that the environment names cannot be used."
    })
public final class Main implements Callable<Integer> {
  private static final EventLog LOG = EventLog.of(Main.class);
  private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9._-]{1,63}");
  private static final Pattern VALUATION = Pattern.compile("valuations/[A-Za-z0-9._-]+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Spec private CommandSpec command;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where the valuation service listens.")
  private String target;

  @Option(
      names = "--worker",
      required = true,
      paramLabel = "ID",
      description = "Identifies this worker: 1 to 63 letters, digits, '-', '_' or '.'.")
  private String worker;

  @Option(
      names = "--valuation",
      defaultValue = "",
      paramLabel = "NAME",
      description = "The only run to work for, such as valuations/{id}; any by default.")
  private String valuation;

  @Option(
      names = "--devices",
      defaultValue = "1",
      paramLabel = "N",
      description = "Devices that this worker occupies, for budgets; ${DEFAULT-VALUE} by default.")
  private int devices;

  @Option(
      names = "--batch",
      defaultValue = "8",
      paramLabel = "N",
      description =
          "Most evaluations to lease at once, up to ten seconds of work; ${DEFAULT-VALUE} by default.")
  private int batch;

  @Option(
      names = "--idle-exit",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "Ends after this long without work; ${DEFAULT-VALUE} by default.")
  private int idleExitSeconds;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "cpu|cuda|auto",
      description = "What computes; ${DEFAULT-VALUE} by default.")
  private DeviceChoice device;

  @Option(
      names = "--trainer",
      defaultValue = "",
      paramLabel = "NAME",
      description =
          "The trainer that this worker has: contrastive for embeddings of repositories; by default"
              + " the built-in one of images.")
  private String trainer;

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description =
          "Keeps how far trainings of contrastive have come, so that one that was killed goes on; by"
              + " default it begins again.")
  private Path checkpoints;

  @Option(
      names = "--exit-with-parent",
      description = "Ends as soon as standard input closes, so that no worker outlives its parent.")
  private boolean exitWithParent;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  private volatile WorkerLoop loop;

  private Main() {}

  /** Runs a worker; see {@code --help}. */
  public static void main(String[] arguments) {
    EventLog.configure(System.getenv());
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() {
    checkOptions();
    Ending ending = new Ending(this::giveBack);
    ending.onSignals();
    if (exitWithParent) {
      ending.withParent(System.in);
    }
    Tracing tracing = Tracing.fromEnvironment();
    ManagedChannel channel = open(tracing.telemetry());
    try {
      ComputeDevice computeDevice = ComputeDevice.open(device);
      LOG.info(
          "worker started", "worker", worker, "target", target, "device", computeDevice.name());
      GrpcEvaluationQueue queue = new GrpcEvaluationQueue(channel, description(), PATIENCE);
      loop =
          new WorkerLoop(
              queue,
              evaluator(channel, queue, computeDevice),
              tracing,
              Duration.ofSeconds(idleExitSeconds),
              batch);
      loop.run();
      return 0;
    } catch (CladeException | IllegalStateException e) {
      LOG.warning("worker gave up", e, "worker", worker, "target", target);
      return 1;
    } finally {
      channel.shutdownNow();
    }
  }

  private ManagedChannel open(OpenTelemetry telemetry) {
    try {
      return CladeChannel.open(target, PATIENCE, telemetry);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private WorkerDescription description() {
    return new WorkerDescription(
        worker, devices, valuation, trainer.isEmpty() ? List.of() : List.of(trainer));
  }

  private Evaluator evaluator(
      ManagedChannel channel, GrpcEvaluationQueue queue, ComputeDevice computeDevice) {
    if (trainer.isEmpty()) {
      return new ImageEvaluations(queue, new CoalitionEvaluator(computeDevice));
    }
    return new EmbeddingEvaluations(
        new GrpcRepositorySource(channel, PATIENCE),
        new EmbeddingEvaluator(computeDevice, states()),
        ScratchFolder.make());
  }

  private TrainingStates states() {
    if (checkpoints == null) {
      return TrainingStates.none();
    }
    try {
      return TrainingStates.in(checkpoints);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--checkpoints cannot be used: " + e.getMessage(), e);
    }
  }

  private void giveBack() {
    WorkerLoop working = loop;
    if (working != null) {
      working.end();
    }
  }

  private void checkOptions() {
    if (!WORKER_ID.matcher(worker).matches()) {
      throw new ParameterException(
          command.commandLine(),
          "--worker must be 1 to 63 letters, digits, '-', '_' or '.'; it is \"" + worker + "\"");
    }
    if (!valuation.isEmpty() && !VALUATION.matcher(valuation).matches()) {
      throw new ParameterException(
          command.commandLine(),
          "--valuation must be valuations/{id}; it is \"" + valuation + "\"");
    }
    if (!trainer.isEmpty() && !trainer.equals(RepositoryWork.TRAINER)) {
      throw new ParameterException(
          command.commandLine(),
          "--trainer must be %s; it is \"%s\"".formatted(RepositoryWork.TRAINER, trainer));
    }
    requireRange("--devices", devices, 1, 1_024);
    requireRange("--batch", batch, 1, 64);
    requireRange("--idle-exit", idleExitSeconds, 1, Integer.MAX_VALUE);
  }

  private void requireRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command.commandLine(),
          "%s must be from %,d to %,d; it is %,d".formatted(option, least, most, value));
    }
  }
}
