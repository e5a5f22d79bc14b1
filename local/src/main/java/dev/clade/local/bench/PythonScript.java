package dev.clade.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python script beside a class, where there is a Python that has the package it needs.
 *
 * @param beside a class of the package that its file is in
 * @param name its file
 * @param packageName what it imports, as pip knows it
 * @param longestSeconds how long it may take
 */
public record PythonScript(Class<?> beside, String name, String packageName, int longestSeconds) {
  /** Writes what a script reads. */
  public interface Input {
    /** Writes all of it. */
    void write(BufferedWriter out) throws IOException;
  }

  /**
   * What became of a script.
   *
   * @param problem why it did not come to its end; empty if it did
   * @param lines what it printed until then
   */
  public record Outcome(Optional<String> problem, List<String> lines) {}

  /** Runs the script with a file as its argument. */
  public Outcome run(Input input) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("python");
    Path script = folder.resolve(name);
    Path data = folder.resolve("input");
    Path output = folder.resolve("output");
    try (InputStream in = beside.getResourceAsStream(name);
        BufferedWriter out = Files.newBufferedWriter(data)) {
      Files.copy(in, script);
      input.write(out);
      out.flush();
      Optional<String> problem = run(script, data, output);
      return new Outcome(problem, Files.exists(output) ? Files.readAllLines(output) : List.of());
    } finally {
      for (Path file : new Path[] {script, data, output, folder}) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Optional<String> run(Path script, Path input, Path output) throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString(), input.toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Optional.of("there is no python3");
    }
    if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return Optional.of("not done within %d s".formatted(longestSeconds));
    }
    return process.exitValue() == 0
        ? Optional.empty()
        : Optional.of("not installed (pip install %s)".formatted(packageName));
  }
}
