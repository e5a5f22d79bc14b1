package dev.clade.local.command;

import dev.clade.local.client.Endpoints;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.MeshFailure;
import dev.clade.local.mesh.MeshSecrets;
import dev.clade.local.mesh.MeshState;
import dev.clade.local.mesh.StateFolder;
import dev.clade.runtime.client.ChannelSecurity;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
public final class GlobalOptions {
  @Option(
      names = "--target",
      scope = ScopeType.INHERIT,
      paramLabel = "HOST",
      description =
          "Services to talk to: a host, or host:port of ingest, lineage and valuation with commas"
              + " between them. Default: the mesh that ./clade up runs, else 127.0.0.1.")
  private String target;

  @Option(
      names = "--state",
      scope = ScopeType.INHERIT,
      paramLabel = "FOLDER",
      defaultValue = "${env:CLADE_STATE}",
      description = "Folder that the mesh keeps everything in. Default: $CLADE_STATE, else .clade.")
  private Path state;

  @Option(
      names = "--otlp",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      defaultValue = "${env:OTEL_EXPORTER_OTLP_ENDPOINT}",
      description =
          "OTLP/HTTP receiver of traces, such as http://127.0.0.1:4318. Default:"
              + " $OTEL_EXPORTER_OTLP_ENDPOINT, else no traces.")
  private String otlp;

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description =
          "Record this command as a trace, and print its identifier at the end; ./clade trace shows"
              + " it. Goes to the mesh that ./clade up runs unless --otlp says otherwise.")
  private boolean trace;

  @Option(
      names = "--token-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      defaultValue = "${env:CLADE_TOKEN_FILE}",
      description =
          "File with the bearer token to call with, read again when it changes. Default:"
              + " $CLADE_TOKEN_FILE, else an operator's token of the mesh that ./clade up --secure"
              + " runs.")
  private Path tokenFile;

  private OpenTelemetry telemetry = OpenTelemetry.noop();

  /** Sets what calls are recorded with. */
  public void recordWith(OpenTelemetry recorder) {
    telemetry = recorder;
  }

  /** Returns a client of the services at the endpoints, whose calls are recorded. */
  MeshClient connect(Endpoints endpoints, ChannelSecurity security) {
    return new MeshClient(endpoints, security, telemetry);
  }

  /**
   * Returns how the services are called: as the mesh that runs here asks for, or the environment.
   */
  ChannelSecurity security() {
    ChannelSecurity found =
        running()
            .filter(MeshState::secure)
            .map(_ -> MeshSecrets.in(stateFolder()).operator())
            .orElseGet(ChannelSecurity::fromEnvironment);
    return tokenFile == null || tokenFile.toString().isBlank() ? found : found.withToken(tokenFile);
  }

  /** Returns where the services answer. */
  Endpoints endpoints() {
    if (target != null) {
      return Endpoints.parse(target);
    }
    return running().map(MeshState::endpoints).orElseGet(Endpoints::standard);
  }

  /** Returns the mesh that runs here, unless another one is to be called. */
  private Optional<MeshState> running() {
    return target == null && Files.exists(statePath().resolve("mesh.json"))
        ? stateFolder().readRunning()
        : Optional.empty();
  }

  /** Returns the state folder, which is created when needed. */
  StateFolder stateFolder() {
    return new StateFolder(statePath());
  }

  /** Returns where traces go, if anywhere. */
  public Optional<String> traceEndpoint() {
    return Optional.ofNullable(otlp).filter(url -> !url.isBlank());
  }

  /**
   * Returns where this command's own trace goes, if anywhere: to {@link #traceEndpoint}, or when it
   * is to be traced, to the mesh's receiver.
   *
   * @throws MeshFailure when it is to be traced and there is no receiver
   */
  public Optional<String> commandTraceEndpoint() {
    Optional<String> given = traceEndpoint();
    if (given.isPresent() || !trace) {
      return given;
    }
    return stateFolder()
        .readRunning()
        .map(MeshState::traceEndpoint)
        .filter(endpoint -> !endpoint.isEmpty())
        .or(
            () -> {
              throw new MeshFailure(
                  "no mesh that keeps traces runs here; start one with ./clade up, or name a"
                      + " receiver with --otlp");
            });
  }

  /** Returns the root of the repository. */
  static Path home() {
    String home = System.getProperty("clade.home", "");
    if (!home.isBlank()) {
      return Path.of(home);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new MeshFailure("run this inside the repository, or through ./clade");
  }

  private Path statePath() {
    return state == null || state.toString().isBlank() ? home().resolve(".clade") : state;
  }
}
