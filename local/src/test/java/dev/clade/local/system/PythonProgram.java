package dev.clade.local.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Runs programs in Python that need the package {@code grpcio}. */
final class PythonProgram {
  /** Debian's packages belong to its own Python, which need not be the first. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  private final String python;

  private PythonProgram(String python) {
    this.python = python;
  }

  /**
   * Finds a Python that has the package. Where there is none, the test that asks is skipped with a
   * message; when the variable {@code CI} is {@code true}, it fails.
   */
  static PythonProgram withGrpc() throws InterruptedException {
    for (String python : PYTHONS) {
      if (has(python)) {
        return new PythonProgram(python);
      }
    }
    String message = "no python3 has the package grpcio (Debian: python3-grpcio)";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    throw new TestAbortedException(message);
  }

  /** Starts a program, which is told something more by its environment, and writes into a file. */
  Process start(Path log, Map<String, String> environment, Path program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(python, program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static boolean has(String python) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import grpc, google.protobuf")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
