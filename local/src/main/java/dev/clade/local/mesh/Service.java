package dev.clade.local.mesh;

import java.nio.file.Path;
import java.util.Locale;

/** The services of the mesh, in the order in which their data flows. */
public enum Service {
  /** Keeps the catalogue and its feed. */
  INGEST("ingest-service", 9101, "768m", "-XX:+UseG1GC"),
  /** Keeps the graph in memory; its answers take less than another collector's pauses. */
  LINEAGE("lineage-service/server", 9102, "1g", "-XX:+UseZGC"),
  /** Runs valuations and keeps their ledger. */
  VALUATION("valuation-service/server", 9103, "384m", "-XX:+UseG1GC");

  private final String module;
  private final int standardPort;
  private final String largestHeap;
  private final String collector;

  Service(String module, int standardPort, String largestHeap, String collector) {
    this.module = module;
    this.standardPort = standardPort;
    this.largestHeap = largestHeap;
    this.collector = collector;
  }

  /** Returns the service's name in lower case, such as {@code ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the port that the service has unless it is taken. */
  public int standardPort() {
    return standardPort;
  }

  /** Returns the most heap that the service may have on one machine, as {@code -Xmx} takes it. */
  public String largestHeap() {
    return largestHeap;
  }

  /** Returns the option that chooses the service's garbage collector. */
  String collector() {
    return collector;
  }

  /** Returns the jar that starts the service. */
  public Path jar(Path home) {
    return home.resolve(module).resolve("target/service.jar");
  }

  /** Returns the service as an executable of its own. */
  public Path executable(Path home) {
    return home.resolve(module).resolve("target/service");
  }
}
