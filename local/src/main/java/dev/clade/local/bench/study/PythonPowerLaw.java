package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import dev.clade.local.bench.PythonScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The Python package powerlaw on the same values, where there is one. */
final class PythonPowerLaw {
  private static final PythonScript SCRIPT =
      new PythonScript(PythonPowerLaw.class, "powerlaw_peer.py", "powerlaw", 60);

  private PythonPowerLaw() {}

  /** Tells what the package finds and how long it takes, or why it does not. */
  static void measure(
      String column, long[] values, PowerLawFit own, Map<String, Double> figures, PrintWriter out)
      throws IOException, InterruptedException {
    PythonScript.Outcome outcome =
        SCRIPT.run(
            file ->
                file.write(
                    LongStream.of(values)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining("\n"))));
    out.printf(
        "  powerlaw in Python: %s%n",
        outcome.problem().orElseGet(() -> found(outcome.lines().getFirst(), column, own, figures)));
  }

  private static String found(
      String line, String column, PowerLawFit own, Map<String, Double> figures) {
    String[] found = line.split(" ");
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
