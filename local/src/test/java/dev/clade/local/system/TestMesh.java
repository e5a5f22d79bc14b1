package dev.clade.local.system;

import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Detour;
import dev.clade.local.mesh.Form;
import dev.clade.local.mesh.Mesh;
import dev.clade.local.mesh.MeshConfiguration;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.StateFolder;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mesh for one test class, in a folder of its own that goes with it. */
public final class TestMesh implements AutoCloseable {
  private final StateFolder state;
  private final Mesh mesh;
  private final MeshClient client;

  private TestMesh(StateFolder state, MeshConfiguration configuration, Detour detour) {
    this.state = state;
    this.mesh = Mesh.start(configuration, detour, words -> {});
    this.client = new MeshClient(mesh.endpoints(), mesh.security(), OpenTelemetry.noop());
  }

  static TestMesh start() throws IOException {
    return start(List.of(Service.values()), Map.of());
  }

  /** Starts some of the services, and tells them something more through their environment. */
  public static TestMesh start(List<Service> services, Map<String, String> environment)
      throws IOException {
    return start(services, environment, Detour.NONE);
  }

  /** Starts some of the services, which reach their stores by a detour. */
  static TestMesh start(List<Service> services, Map<String, String> environment, Detour detour)
      throws IOException {
    return start(services, environment, detour, false);
  }

  /** Starts all services, encrypted and asking for tokens. */
  static TestMesh startSecure(Map<String, String> environment) throws IOException {
    return start(List.of(Service.values()), environment, Detour.NONE, true);
  }

  /** Starts some of the services, secure or not. */
  static TestMesh start(
      List<Service> services, Map<String, String> environment, Detour detour, boolean secure)
      throws IOException {
    StateFolder state = new StateFolder(Files.createTempDirectory("clade-test-"));
    return new TestMesh(
        state,
        new MeshConfiguration(home(), state, false, Optional.empty(), services, environment)
            .secured(secure)
            .runAs(form()),
        detour);
  }

  /** Returns the root of the repository, or of another one whose jars are to be tested. */
  public static Path home() {
    String other = System.getProperty("clade.home");
    if (other != null) {
      return Path.of(other);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Returns what the services are to be run as: {@code -Dclade.form=aot} and the like. */
  private static Form form() {
    return Form.valueOf(System.getProperty("clade.form", "jvm").toUpperCase(Locale.ROOT));
  }

  /** Returns the folder that everything is kept in. */
  StateFolder state() {
    return state;
  }

  /** Returns the processes. */
  public Mesh mesh() {
    return mesh;
  }

  /** Returns a client of the services. */
  public MeshClient client() {
    return client;
  }

  /** Returns the folder of the logs of all processes, workers too. */
  public Path logs() {
    return state.folder("logs");
  }

  /** Returns the processes of the valuation service's workers. */
  List<ProcessHandle> workers() {
    return mesh.process(Service.VALUATION).mark().find().orElseThrow().descendants().toList();
  }

  @Override
  public void close() throws IOException {
    client.close();
    mesh.close();
    Mesh.discard(state);
    Files.deleteIfExists(state.root().resolve("lock"));
    Files.deleteIfExists(state.root().resolve("logs"));
    Files.deleteIfExists(state.root());
  }
}
