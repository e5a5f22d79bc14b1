package dev.clade.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the system tells of a process in numbers (Linux). */
public final class ProcessStatus {
  private ProcessStatus() {}

  /** Returns a number by its name in {@code /proc/PID/status}, memory in KiB; nothing elsewhere. */
  public static OptionalLong number(ProcessHandle process, String name) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
