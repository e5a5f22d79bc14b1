package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clade.valuation.worker.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker as a process of its own, killed when the test that started it ends. */
final class WorkerProcess implements AutoCloseable {
  private static final int PAGE_BYTES = 4096;

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /** Starts a worker on the test's own class path. */
  static WorkerProcess start(
      String target, String worker, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A heap of fixed size, present from the start: what grows later is native memory.
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--target",
                target,
                "--worker",
                worker,
                "--device",
                "cpu"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new WorkerProcess(builder.start());
  }

  /** Returns the memory that it holds, in bytes; only where the system tells in {@code /proc}. */
  long residentBytes() throws IOException {
    Path statistics = Path.of("/proc", Long.toString(process.pid()), "statm");
    assumeThat(statistics).exists();
    return Long.parseLong(Files.readString(statistics).split(" ")[1]) * PAGE_BYTES;
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, with the signal of {@code kill}. */
  void terminate() {
    process.destroy();
  }

  /** Closes its standard input, as the end of its parent does. */
  void closeStandardInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits for its end and returns its exit status. */
  int exitStatus(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the worker still runs after " + patience);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
