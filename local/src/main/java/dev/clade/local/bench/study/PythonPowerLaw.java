package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The Python package powerlaw on the same values, where there is one. */
final class PythonPowerLaw {
  private static final String SCRIPT = "powerlaw_peer.py";
  private static final int LONGEST_SECONDS = 60;

  private PythonPowerLaw() {}

  /** Tells what the package finds and how long it takes, or why it does not. */
  static void measure(
      String column, long[] values, PowerLawFit own, Map<String, Double> figures, PrintWriter out)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("powerlaw");
    Path script = folder.resolve(SCRIPT);
    Path input = folder.resolve("values");
    Path output = folder.resolve("output");
    try (InputStream in = PythonPowerLaw.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script);
      Files.writeString(
          input, LongStream.of(values).mapToObj(Long::toString).collect(Collectors.joining("\n")));
      out.printf("  powerlaw in Python: %s%n", run(script, input, output, column, own, figures));
    } finally {
      for (Path file : new Path[] {script, input, output, folder}) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String run(
      Path script,
      Path input,
      Path output,
      String column,
      PowerLawFit own,
      Map<String, Double> figures)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString(), input.toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return "there is no python3";
    }
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return "not done within %d s".formatted(LONGEST_SECONDS);
    }
    if (process.exitValue() != 0) {
      return "not installed (pip install powerlaw)";
    }
    String[] found = Files.readString(output, StandardCharsets.UTF_8).strip().split(" ");
    figures.put(column + "_python_seconds", Double.valueOf(found[0]));
    return "%.2f s; xmin %d, alpha %.5f, D %.6f, that is %s"
        .formatted(
            Double.valueOf(found[0]),
            Long.valueOf(found[1]),
            Double.valueOf(found[2]),
            Double.valueOf(found[3]),
            Long.parseLong(found[1]) == own.law().xmin() ? "the same xmin" : "another xmin");
  }
}
