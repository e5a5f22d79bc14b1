package dev.clade.local.command;

import dev.clade.local.mesh.DetachedMesh;
import dev.clade.local.mesh.Form;
import dev.clade.local.mesh.Mesh;
import dev.clade.local.mesh.MeshConfiguration;
import dev.clade.local.mesh.MeshSecrets;
import dev.clade.local.mesh.MeshState;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.StateFolder;
import dev.clade.local.print.Table;
import dev.clade.local.trace.TraceReceiver;
import dev.clade.local.trace.TraceStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the mesh and leaves it running. */
@Command(
    name = "up",
    description = "Start PostgreSQL, Redis and the three services, and leave them running.",
    mixinStandardHelpOptions = true)
public final class UpCommand extends MeshCommand {
  @Option(
      names = "--foreground",
      description =
          "Run the mesh in this process until it is ended, instead of leaving it running.")
  private boolean foreground;

  @Option(
      names = "--no-traces",
      description =
          "Keep no traces. Otherwise the newest are kept in the state folder, up to 32 MiB, for"
              + " ./clade trace; with --otlp they go there instead.")
  private boolean noTraces;

  @Option(
      names = "--secure",
      description =
          "Encrypt connections and ask callers for tokens. Certificates and tokens are made anew"
              + " in the state folder, and other commands find them there.")
  private boolean secure;

  @Option(
      names = "--form",
      description =
          "What the services are run as: ${COMPLETION-CANDIDATES}; aot starts them quickest of what"
              + " needs no further build. Default: jvm.")
  private Form form = Form.JVM;

  @Override
  public Integer call() throws Exception {
    StateFolder state = globals().stateFolder();
    if (foreground) {
      return own(state);
    }
    Optional<MeshState> running = state.readRunning();
    if (running.isPresent()) {
      talk().println("The mesh already runs.");
      describe(running.get(), state);
      return 0;
    }
    remark("Starting the mesh; the logs are in " + state.folder("logs"));
    describe(DetachedMesh.start(state, ownerArguments(state)), state);
    return 0;
  }

  private int own(StateFolder state) throws InterruptedException {
    Mesh mesh =
        Mesh.start(
            new MeshConfiguration(GlobalOptions.home(), state, true, traceEndpoint(state))
                .secured(secure)
                .runAs(form),
            words -> {
              talk().println(words);
              talk().flush();
            });
    Runtime.getRuntime().addShutdownHook(new Thread(mesh::close));
    mesh.publish();
    Thread.currentThread().join();
    return 0;
  }

  private Optional<String> traceEndpoint(StateFolder state) {
    if (noTraces || globals().traceEndpoint().isPresent()) {
      return globals().traceEndpoint();
    }
    TraceStore store = new TraceStore(state.folder(TraceCommand.FOLDER));
    return Optional.of(TraceReceiver.start(store::keep).endpoint());
  }

  private List<String> ownerArguments(StateFolder state) {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--foreground", "--state", state.root().toString()));
    arguments.addAll(List.of("--form", form.name()));
    if (secure) {
      arguments.add("--secure");
    }
    globals().traceEndpoint().ifPresent(url -> arguments.addAll(List.of("--otlp", url)));
    if (noTraces) {
      arguments.add("--no-traces");
    }
    return arguments;
  }

  private void describe(MeshState mesh, StateFolder state) throws IOException {
    Table table = new Table("service", "gRPC and HTTP");
    for (Service service : Service.values()) {
      table.row(service.label(), mesh.endpoints().of(service));
    }
    String secrets =
        mesh.secure()
            ? "Certificates and tokens: %s.%n".formatted(MeshSecrets.in(state).folder())
            : "";
    show(
        mesh,
        table.render()
            + secrets
            + "State and logs: %s. Stop it with ./clade down.%n".formatted(state.root()));
  }
}
