package dev.clade.local.fuzz;

import dev.clade.local.mesh.Jdk;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service's process holds.
 *
 * @param heapBytes live objects, counted after a full collection
 * @param residentBytes memory that the system has given it
 * @param threads its threads
 * @param files its open files, connections included
 */
record Gauge(long heapBytes, long residentBytes, int threads, int files) {
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(?<bytes>\\d+)");
  private static final long MEBIBYTE = 1 << 20;

  /** What caches and pools may come to after they were first measured. */
  private static final long HEAP_SLACK = 4 * MEBIBYTE;

  private static final int THREAD_SLACK = 24;
  private static final int FILE_SLACK = 24;

  /** Measures a process; ends with a full collection of its heap. */
  static Gauge of(long pid) throws IOException, InterruptedException {
    Process histogram =
        new ProcessBuilder(Jdk.program("jcmd"), Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    histogram.waitFor();
    Matcher total = TOTAL.matcher(text);
    if (!total.find()) {
      throw new IOException("jcmd does not tell of process " + pid + ": " + text);
    }
    List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return new Gauge(
        Long.parseLong(total.group("bytes")),
        number(status, "VmRSS") * 1024,
        (int) number(status, "Threads"),
        files(pid));
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static int files(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return (int) open.count();
    }
  }

  /**
   * Returns whether the process holds no more than it did, when it had answered some calls already:
   * of live objects at most {@link #HEAP_SLACK} more, and a few threads and files.
   */
  boolean isFlatSince(Gauge warm) {
    return heapBytes <= warm.heapBytes + HEAP_SLACK
        && threads <= warm.threads + THREAD_SLACK
        && files <= warm.files + FILE_SLACK;
  }

  /** Returns the gauge as a line for people. */
  String line(Service service, String when) {
    return "%-10s %-6s live heap %5.1f MiB, resident %5.0f MiB, %d threads, %d files"
        .formatted(
            service.label(),
            when,
            (double) heapBytes / MEBIBYTE,
            (double) residentBytes / MEBIBYTE,
            threads,
            files);
  }
}
