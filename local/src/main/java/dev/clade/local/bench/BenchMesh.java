package dev.clade.local.bench;

import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.ChildProcess;
import dev.clade.local.mesh.Folders;
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
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fresh mesh of some services, in a folder of its own that goes with it. */
public final class BenchMesh implements AutoCloseable {
  private static final long LONGEST_STOP_SECONDS = 60;

  private final Path folder;
  private final List<Service> services;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread stopOnExit;
  private final Mesh mesh;
  private final MeshClient client;

  /** Starts a mesh in a folder of its own. */
  public BenchMesh(Path home, List<Service> services, Map<String, String> environment)
      throws IOException {
    this(home, Files.createTempDirectory("clade-bench-"), services, environment);
  }

  /** Starts a mesh of all services, run as something, in a folder of its own. */
  BenchMesh(Path home, Form form) throws IOException {
    this(
        home, Files.createTempDirectory("clade-bench-"), List.of(Service.values()), Map.of(), form);
  }

  /**
   * Starts a mesh in a folder that goes with it. When the program is interrupted, this thread is,
   * and the program's end waits until the thread has closed the mesh.
   */
  BenchMesh(Path home, Path folder, List<Service> services, Map<String, String> environment)
      throws IOException {
    this(home, folder, services, environment, Form.JVM);
  }

  private BenchMesh(
      Path home, Path folder, List<Service> services, Map<String, String> environment, Form form)
      throws IOException {
    this.folder = folder;
    this.services = services;
    Thread owner = Thread.currentThread();
    this.stopOnExit = new Thread(() -> stop(owner));
    Runtime.getRuntime().addShutdownHook(stopOnExit);
    try {
      this.mesh =
          Mesh.start(
              new MeshConfiguration(
                      home, new StateFolder(folder), false, Optional.empty(), services, environment)
                  .runAs(form),
              words -> {});
    } catch (RuntimeException e) {
      // The logs that tell why it failed are in the folder.
      if (Thread.currentThread().isInterrupted()) {
        end();
      } else {
        release();
      }
      throw e;
    }
    this.client = new MeshClient(mesh.endpoints(), OpenTelemetry.noop());
  }

  /** Returns the mesh. */
  public Mesh mesh() {
    return mesh;
  }

  /** Returns a client of its services. */
  public MeshClient client() {
    return client;
  }

  /** Returns the services that it has, in the order in which they were started. */
  public List<Service> services() {
    return services;
  }

  /** Returns the processor time that a service has used, in seconds. */
  public double processorSeconds(Service service) {
    return mesh.process(service)
        .mark()
        .find()
        .flatMap(process -> process.info().totalCpuDuration())
        .map(used -> used.toNanos() / 1e9)
        .orElse(Double.NaN);
  }

  /** Returns the most memory that a service ever held; 0 where the system does not tell. */
  double peakBytes(Service service) {
    return peak(mesh.process(service).mark().find());
  }

  /** Adds the peaks of all processes to some figures, and returns them in words. */
  public String peaks(Map<String, Double> figures) {
    StringJoiner words = new StringJoiner(", ");
    for (Service service : services) {
      add(service.label(), peakBytes(service), figures, words);
    }
    ChildProcess redis = mesh.redis();
    add("redis", peak(redis.mark().find()), figures, words);
    double postgres =
        mesh.postgres().processes().mapToDouble(each -> peak(Optional.of(each))).max().orElse(0);
    add("largest postgres process", postgres, figures, words);
    return words.toString();
  }

  private static void add(
      String process, double bytes, Map<String, Double> figures, StringJoiner words) {
    figures.merge("peak_bytes_" + process.replace(' ', '_'), bytes, Math::max);
    words.add("%s %,.0f".formatted(process.toLowerCase(Locale.ROOT), bytes / (1 << 20)));
  }

  private static double peak(Optional<ProcessHandle> process) {
    return process.map(PeakMemory::of).map(bytes -> (double) bytes.orElse(0)).orElse(0.0);
  }

  @Override
  public void close() throws IOException {
    client.close();
    mesh.close();
    end();
  }

  private void end() throws IOException {
    try {
      Folders.delete(folder);
    } finally {
      release();
    }
  }

  private void release() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(stopOnExit);
    } catch (IllegalStateException e) {
      // The program is ending already, and waits for just this.
    }
  }

  private void stop(Thread owner) {
    owner.interrupt();
    try {
      closed.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
