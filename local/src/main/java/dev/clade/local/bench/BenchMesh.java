package dev.clade.local.bench;

import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.ChildProcess;
import dev.clade.local.mesh.Folders;
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

/** A fresh mesh of some services, in a folder of its own that goes with it. */
final class BenchMesh implements AutoCloseable {
  private final Path folder;
  private final List<Service> services;
  private final Mesh mesh;
  private final MeshClient client;

  BenchMesh(Path home, List<Service> services, Map<String, String> environment) throws IOException {
    this.folder = Files.createTempDirectory("clade-bench-");
    this.services = services;
    this.mesh =
        Mesh.start(
            new MeshConfiguration(
                home, new StateFolder(folder), false, Optional.empty(), services, environment),
            words -> {});
    this.client = new MeshClient(mesh.endpoints(), OpenTelemetry.noop());
  }

  Mesh mesh() {
    return mesh;
  }

  MeshClient client() {
    return client;
  }

  /** Returns the most memory that a service ever held; 0 where the system does not tell. */
  double peakBytes(Service service) {
    return peak(mesh.process(service).mark().find());
  }

  /** Adds the peaks of all processes to some figures, and returns them in words. */
  String peaks(Map<String, Double> figures) {
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
    Folders.delete(folder);
  }
}
