package dev.clade.valuation.worker;

import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.error.CladeException;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.grpc.GrpcEvaluationQueue;
import dev.clade.valuation.worker.lease.WorkerLoop;
import dev.clade.valuation.worker.telemetry.EventLog;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The worker's command line. It ends with 0 when there is no work left, 1 when the service stays
 * away or the device cannot be used, and 2 when its options are wrong.
 */
@Command(
    name = "clade-valuation-worker",
    description = "Trains and measures coalitions that a valuation service leases.",
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final EventLog LOG = EventLog.of(Main.class);
  private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9._-]{1,63}");
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
      names = "--exit-with-parent",
      description = "Ends as soon as standard input closes, so that no worker outlives its parent.")
  private boolean exitWithParent;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  private Main() {}

  /** Runs a worker; see {@code --help}. */
  public static void main(String[] arguments) {
    EventLog.configure();
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() {
    checkOptions();
    if (exitWithParent) {
      ParentWatch.start(System.in);
    }
    Tracing tracing = Tracing.fromEnvironment();
    ManagedChannel channel = CladeChannel.open(target, PATIENCE, tracing.telemetry());
    try {
      ComputeDevice computeDevice = ComputeDevice.open(device);
      LOG.info(
          "worker started", "worker", worker, "target", target, "device", computeDevice.name());
      new WorkerLoop(
              new GrpcEvaluationQueue(channel, worker, PATIENCE),
              new CoalitionEvaluator(computeDevice),
              tracing,
              Duration.ofSeconds(idleExitSeconds))
          .run();
      return 0;
    } catch (CladeException | IllegalStateException e) {
      LOG.warning("worker gave up", e, "worker", worker, "target", target);
      return 1;
    } finally {
      channel.shutdownNow();
    }
  }

  private void checkOptions() {
    if (!WORKER_ID.matcher(worker).matches()) {
      throw new ParameterException(
          command.commandLine(),
          "--worker must be 1 to 63 letters, digits, '-', '_' or '.'; it is \"" + worker + "\"");
    }
    if (idleExitSeconds < 1) {
      throw new ParameterException(
          command.commandLine(), "--idle-exit must be at least 1; it is " + idleExitSeconds);
    }
  }
}
