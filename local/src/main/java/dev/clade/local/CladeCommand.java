package dev.clade.local;

import dev.clade.local.command.ArtifactCommand;
import dev.clade.local.command.BenchCommand;
import dev.clade.local.command.DemoCommand;
import dev.clade.local.command.DownCommand;
import dev.clade.local.command.EmbeddingCommand;
import dev.clade.local.command.ExportCommand;
import dev.clade.local.command.FamilyCommand;
import dev.clade.local.command.FeaturesCommand;
import dev.clade.local.command.FsckCommand;
import dev.clade.local.command.GlobalOptions;
import dev.clade.local.command.ImpactCommand;
import dev.clade.local.command.ImportCommand;
import dev.clade.local.command.LicensesCommand;
import dev.clade.local.command.LineageCommand;
import dev.clade.local.command.ObligationsCommand;
import dev.clade.local.command.ParentsCommand;
import dev.clade.local.command.ReportCommand;
import dev.clade.local.command.SimilarCommand;
import dev.clade.local.command.StatusCommand;
import dev.clade.local.command.SuggestCommand;
import dev.clade.local.command.TraceCommand;
import dev.clade.local.command.UpCommand;
import dev.clade.local.command.ValueCommand;
import dev.clade.local.mesh.MeshFailure;
import dev.clade.local.trace.Tracing;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program behind {@code ./clade}. */
@Command(
    name = "clade",
    mixinStandardHelpOptions = true,
    version = "clade 0.1.0",
    description = "Tells a model hub's families apart and says what each part is worth.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TraceCommand.class,
      ImportCommand.class,
      ArtifactCommand.class,
      LineageCommand.class,
      ImpactCommand.class,
      FamilyCommand.class,
      SimilarCommand.class,
      SuggestCommand.class,
      ParentsCommand.class,
      ReportCommand.class,
      LicensesCommand.class,
      ObligationsCommand.class,
      ExportCommand.class,
      FeaturesCommand.class,
      EmbeddingCommand.class,
      ValueCommand.class,
      FsckCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class CladeCommand {
  @Mixin private final GlobalOptions globals = new GlobalOptions();

  /** Runs a command and ends with its exit code: 0 done, 1 failed, 2 not understood. */
  public static void main(String... arguments) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs a command with its output going to the writers, and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CladeCommand program = new CladeCommand();
    return new CommandLine(program)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(program::traced)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              err.println("clade: " + describe(failure));
              if (System.getenv("CLADE_DEBUG") != null) {
                failure.printStackTrace(err);
              }
              return 1;
            })
        .setParameterExceptionHandler(CladeCommand::explain)
        .execute(arguments);
  }

  private int traced(ParseResult parsed) {
    Optional<String> endpoint = commandTraceEndpoint(parsed);
    if (endpoint.isEmpty()) {
      return new RunLast().execute(parsed);
    }
    PrintWriter err = parsed.commandSpec().commandLine().getErr();
    return Tracing.record(
        "clade " + subcommand(parsed),
        endpoint.get(),
        id -> err.println("trace " + id),
        telemetry -> {
          globals.recordWith(telemetry);
          return new RunLast().execute(parsed);
        });
  }

  private Optional<String> commandTraceEndpoint(ParseResult parsed) {
    try {
      return globals.commandTraceEndpoint();
    } catch (MeshFailure e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
  }

  private static String subcommand(ParseResult parsed) {
    return parsed.hasSubcommand()
        ? (parsed.subcommand().commandSpec().name() + " " + subcommand(parsed.subcommand())).strip()
        : "";
  }

  private static int explain(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    command
        .getErr()
        .printf(
            "clade: %s; see ./%s --help%n",
            failure.getMessage(), command.getCommandSpec().qualifiedName());
    return 2;
  }

  private static String describe(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
