package dev.clade.local.bench;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.local.mesh.Folders;
import dev.clade.local.mesh.Service;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Rows a second of imports through the running service, from a table, from JSON lines, from Parquet
 * and from a simulated hub, against one INSERT ... SELECT and one COPY of the same rows on the same
 * kind of server. Each import meets a service that was just started, whose code is not compiled
 * yet; the table is also imported by one that is warm. The goal is about the table and the cold
 * service.
 */
public final class ImportBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.AT_LEAST, 1.0, "");
  private static final int ROUNDS = 3;
  private static final String DATA = "../shared/data";
  private static final String TABLE = "hub_models_2024_07/models.tsv.gz";

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private boolean correct = true;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String description() {
    return "rows/s of an import, stored and in the feed; goal: at least one INSERT ... SELECT's";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    Path home = options.home();
    int rounds = options.rounds().orElse(ROUNDS);
    Path shared = home.resolve(DATA).normalize();
    Path table = options.data().orElse(shared.resolve(TABLE)).normalize();
    if (!Files.isRegularFile(table)) {
      throw new IOException("there is no file %s; give one with --data".formatted(table));
    }
    int rows = countRows(table);
    out.printf("%s%n%,d rows of %s, %d rounds%n", Machine.describe(), rows, table, rounds);
    Path folder = Files.createTempDirectory("clade-bench-");
    List<BenchSource> sources = BenchSources.of(table, rows, shared, folder);
    try {
      for (int round = 0; round < rounds; round++) {
        for (BenchSource source : sources) {
          measure(home, source, rows, out);
        }
        measureWarm(home, table, rows, out);
        measureYardsticks(home, table, rows, out);
      }
      measureFollowed(home, sources.getFirst(), rows, out);
    } finally {
      sources.forEach(BenchSource::close);
      Folders.delete(folder);
    }
    return result(rows, out);
  }

  private BenchResult result(int rows, PrintWriter out) {
    double yardstick = median("insert_select");
    double copy = median("copy");
    figures.put("rows", (double) rows);
    rates.forEach(
        (what, each) -> {
          figures.put(what + "_rows_per_second", median(what));
          out.printf(
              "%s: %s rows/s, %.2f of the INSERT ... SELECT, %.2f of the COPY%n",
              what, Spread.of(each), median(what) / yardstick, median(what) / copy);
        });
    double ratio = median("tsv") / yardstick;
    BenchResult result = new BenchResult(name(), Machine.describe(), figures, ratio, GOAL, correct);
    out.printf(
        "import: %.0f rows/s, ratio %.2f of the INSERT ... SELECT yardstick, goal %s: %s%n",
        median("tsv"), ratio, GOAL, result.holds() ? "holds" : "falls short");
    return result;
  }

  private void measure(Path home, BenchSource source, int rows, PrintWriter out) throws Exception {
    try (BenchMesh mesh = new BenchMesh(home, List.of(Service.INGEST), source.environment())) {
      measure(mesh, source, rows, out);
    }
  }

  /**
   * The same rows once more, as artifacts of another kind, by a service that has done it before.
   */
  private void measureWarm(Path home, Path table, int rows, PrintWriter out) throws Exception {
    BenchSource first = new BenchFile("tsv_first", table, ArtifactKind.ARTIFACT_KIND_DATASET);
    BenchSource second = new BenchFile("tsv_warm", table, ArtifactKind.ARTIFACT_KIND_MODEL);
    try (BenchMesh mesh = new BenchMesh(home, List.of(Service.INGEST), Map.of())) {
      correct &= ImportRound.run(mesh.client(), first, false).addsUp(rows);
      measure(mesh, second, rows, out);
    }
  }

  private void measure(BenchMesh mesh, BenchSource source, int rows, PrintWriter out)
      throws IOException, InterruptedException {
    ImportRound round = ImportRound.run(mesh.client(), source, false);
    note(source.name(), rows / round.importSeconds());
    correct &= round.addsUp(rows);
    figures.merge("peak_bytes_" + source.name(), mesh.peakBytes(Service.INGEST), Math::max);
    out.printf(
        "%s: %.2f s, service at most %,.0f MiB; %s%n",
        source.name(),
        round.importSeconds(),
        mesh.peakBytes(Service.INGEST) / (1 << 20),
        accounted(round, rows));
  }

  private void measureYardsticks(Path home, Path table, int rows, PrintWriter out)
      throws Exception {
    try (BenchMesh mesh = new BenchMesh(home, List.of(), Map.of());
        InsertSelect yardstick =
            new InsertSelect(mesh.mesh().postgres().administration(), open(table))) {
      double seconds = yardstick.run();
      correct &= yardstick.rowCount() == rows;
      note("insert_select", rows / seconds);
      note("copy", rows / yardstick.copySeconds());
      out.printf("INSERT ... SELECT: %.2f s, COPY: %.2f s%n", seconds, yardstick.copySeconds());
    }
  }

  /** Once with the whole mesh: how far the graph is behind. */
  private void measureFollowed(Path home, BenchSource source, int rows, PrintWriter out)
      throws Exception {
    try (BenchMesh mesh = new BenchMesh(home, List.of(Service.values()), Map.of())) {
      ImportRound round = ImportRound.run(mesh.client(), source, true);
      correct &= round.addsUp(rows);
      figures.put("followed_rows_per_second", rows / round.importSeconds());
      figures.put("largest_lag_changes", (double) round.largestLag());
      figures.put("catch_up_seconds", round.catchUpSeconds());
      out.printf(
          "with a graph that follows: %.2f s, at most %,d changes behind, caught up after %.2f s%n",
          round.importSeconds(), round.largestLag(), round.catchUpSeconds());
      out.printf("peak memory in MiB: %s%n", mesh.peaks(figures));
    }
  }

  private void note(String what, double rate) {
    rates.computeIfAbsent(what, unused -> new ArrayList<>()).add(rate);
  }

  private double median(String what) {
    return Spread.of(rates.get(what)).median();
  }

  private static String accounted(ImportRound round, int rows) {
    return round.addsUp(rows) ? "all rows accounted for" : "ROWS MISSING: " + round.counts();
  }

  private static int countRows(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.ISO_8859_1))) {
      return Math.toIntExact(lines.lines().count() - 1);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }
}
