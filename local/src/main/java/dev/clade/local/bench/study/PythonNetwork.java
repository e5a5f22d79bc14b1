package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.local.bench.PythonScript;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The Python package networkx on the same commits, where there is one. */
final class PythonNetwork {
  private static final PythonScript SCRIPT =
      new PythonScript(PythonNetwork.class, "network_peer.py", "networkx scipy", 180);
  private static final double ROUNDING = 1e-9;

  /** How far apart two searches for communities may end, which both stop somewhere. */
  private static final double SEARCH = 0.02;

  private PythonNetwork() {}

  /**
   * Tells what the package measures and how long it takes, or why it does not, and returns whether
   * what it measures is what the report has.
   *
   * @param own by accounts, what the report measured by name
   */
  static boolean agrees(
      DrawnCommits commits,
      Map<String, Map<String, Double>> own,
      Map<String, Double> figures,
      PrintWriter out)
      throws IOException, InterruptedException {
    PythonScript.Outcome outcome = SCRIPT.run(file -> write(commits, file));
    boolean agrees = true;
    double sum = 0;
    for (String line : outcome.lines()) {
      String[] found = line.split("\t");
      double seconds = Double.parseDouble(found[2]);
      double value = Double.parseDouble(found[3]);
      double expected = own.get(found[0]).get(found[1]);
      boolean close =
          Math.abs(value - expected)
              <= (found[1].startsWith("modularity") ? SEARCH : ROUNDING * Math.abs(expected));
      agrees &= close;
      sum += seconds;
      out.printf(
          "  networkx, %s: %s %.6f in %.2f s, the report %s%n",
          found[0],
          found[1],
          value,
          seconds,
          close ? "agrees" : "DIFFERS: %.6f".formatted(expected));
    }
    outcome.problem().ifPresent(problem -> out.printf("  networkx: %s%n", problem));
    if (!outcome.lines().isEmpty()) {
      figures.put("networkx_seconds", sum);
      out.printf("  networkx: %.1f s for these measures%n", sum);
    }
    return agrees;
  }

  private static void write(DrawnCommits commits, BufferedWriter file) {
    commits.readCommits(
        ArtifactKind.MODEL,
        history -> {
          for (Commit commit : history.commits()) {
            try {
              file.write("%s\t%s\n".formatted(history.model(), String.join(",", commit.authors())));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }
}
