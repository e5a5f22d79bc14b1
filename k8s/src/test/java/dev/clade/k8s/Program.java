package dev.clade.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests run. */
enum Program {
  /** Renders manifests. */
  KUBECTL,
  /** Checks Prometheus' rules. */
  PROMTOOL;

  private String command() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Skips the test where the program is missing, unless it runs in CI: that must have it. */
  void require(String consequence) {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command())));
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(there, command() + " is not on the PATH, so " + consequence);
    } else if (!there) {
      throw new IllegalStateException("CI needs %s on the PATH".formatted(command()));
    }
  }

  /** Returns what the program prints; fails with its output when it does not end well. */
  String run(String... arguments) {
    List<String> line = Stream.concat(Stream.of(command()), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", line) + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
