package dev.clade.local.bench.load;

import dev.clade.local.bench.ProcessStatus;
import dev.clade.local.mesh.Jdk;
import dev.clade.local.mesh.ServiceProbe;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a service's process holds; NaN where the system does not tell (it does on Linux). */
enum Holding {
  /** Mebibytes of objects that are left after a collection. */
  HEAP_MIB,
  /** Mebibytes of physical memory. */
  RESIDENT_MIB,
  /** Threads of the system. */
  THREADS,
  /** Open files, sockets among them. */
  FILES,
  /** Open sockets: connections both ways, and what listens. */
  SOCKETS;

  private static final double MEBIBYTE = 1 << 20;
  private static final double KIBIBYTES = 1 << 10;

  /** Returns the name that figures have. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether it is memory; else it is counted. */
  boolean isMemory() {
    return this == HEAP_MIB || this == RESIDENT_MIB;
  }

  /** Collects a service's garbage, and returns what it holds then. */
  static Map<Holding, Double> all(ProcessHandle process, ServiceProbe probe)
      throws IOException, InterruptedException {
    collect(process);
    Map<Holding, Double> found = new EnumMap<>(Holding.class);
    double heap = probe.ask().metrics().sum("jvm_memory_used_bytes", "area=\"heap\"");
    found.put(HEAP_MIB, heap / MEBIBYTE);
    found.put(RESIDENT_MIB, number(process, "VmRSS") / KIBIBYTES);
    found.put(THREADS, number(process, "Threads"));
    found.put(FILES, files(process, ""));
    found.put(SOCKETS, files(process, "socket:"));
    return found;
  }

  private static void collect(ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder(Jdk.program("jcmd"), Long.toString(process.pid()), "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static double number(ProcessHandle process, String name) {
    OptionalLong number = ProcessStatus.number(process, name);
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }

  /** Counts the open files that lead to something whose name begins so. */
  private static double files(ProcessHandle process, String beginning) {
    Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> target(file).startsWith(beginning)).count();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** One that was closed meanwhile leads nowhere. */
  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
