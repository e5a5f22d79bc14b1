package dev.clade.local.bench;

import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.ChildProcess;
import dev.clade.local.mesh.Folders;
import dev.clade.local.mesh.Mesh;
import dev.clade.local.mesh.MeshConfiguration;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.StateFolder;
import io.opentelemetry.api.OpenTelemetry;
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
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Rows a second of an import through the running service, against one INSERT ... SELECT of the same
 * rows on the same server.
 */
public final class ImportBench implements Bench {
  private static final double GOAL = 1.0;
  private static final String SHARED = "../shared/data/hub_models_2024_07/models.tsv.gz";

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Double> imports = new ArrayList<>();
  private final List<Double> yardsticks = new ArrayList<>();
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
  public BenchResult run(Path home, Optional<Path> data, int rounds, PrintWriter out)
      throws Exception {
    Path file = data.orElse(home.resolve(SHARED)).normalize();
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file %s; give one with --data".formatted(file));
    }
    long rows = countRows(file);
    out.printf("%s%n%,d rows of %s, %d rounds%n", Machine.describe(), rows, file, rounds);
    for (int round = 1; round <= rounds; round++) {
      measure(home, file, rows, out);
    }
    double ratio = Spread.of(imports).median() / Spread.of(yardsticks).median();
    out.printf(
        "rows/s, median (least to most): import %s, INSERT ... SELECT %s%n",
        Spread.of(imports), Spread.of(yardsticks));
    figures.put("rows", (double) rows);
    figures.put("import_rows_per_second", Spread.of(imports).median());
    figures.put("insert_select_rows_per_second", Spread.of(yardsticks).median());
    BenchResult result = new BenchResult(name(), Machine.describe(), figures, ratio, GOAL, correct);
    out.printf(
        "import: %.0f rows/s, ratio %.2f of the INSERT ... SELECT yardstick, goal >= %.1f: %s%n",
        Spread.of(imports).median(), ratio, GOAL, result.holds() ? "holds" : "falls short");
    return result;
  }

  /**
   * Both sides take turns on one fresh server, so that neither has the machine at a better time.
   */
  private void measure(Path home, Path file, long rows, PrintWriter out) throws Exception {
    Path folder = Files.createTempDirectory("clade-bench-");
    try (Mesh mesh =
            Mesh.start(
                new MeshConfiguration(home, new StateFolder(folder), false, Optional.empty()),
                words -> {});
        MeshClient client = new MeshClient(mesh.endpoints(), OpenTelemetry.noop())) {
      ImportRound round = ImportRound.run(client, file);
      imports.add(round.rowsPerSecond());
      memory(mesh);
      double seconds;
      try (InsertSelect yardstick =
          new InsertSelect(mesh.postgres().administration(), open(file))) {
        seconds = yardstick.run();
        correct &= round.addsUp(rows) && yardstick.rowCount() == rows;
        figures.put("copy_rows_per_second", rows / yardstick.copySeconds());
      }
      yardsticks.add(rows / seconds);
      figures.merge("upload_seconds", round.uploadSeconds(), Math::max);
      figures.merge("largest_lag_changes", (double) round.largestLag(), Math::max);
      figures.merge("catch_up_seconds", round.catchUpSeconds(), Math::max);
      out.printf(
          "import %.2f s (upload %.2f s before), INSERT ... SELECT %.2f s; graph at most %,d changes"
              + " behind, caught up after %.2f s; %s%n",
          round.importSeconds(),
          round.uploadSeconds(),
          seconds,
          round.largestLag(),
          round.catchUpSeconds(),
          round.addsUp(rows) ? "all rows accounted for" : "ROWS MISSING: " + round.counts());
      out.printf("peak memory in MiB so far: %s%n", peaks());
    } finally {
      Folders.delete(folder);
    }
  }

  private void memory(Mesh mesh) {
    for (Service service : Service.values()) {
      peak(service.label(), mesh.process(service).mark().find());
    }
    peak("redis", Optional.of(mesh.redis()).map(ChildProcess::mark).flatMap(mark -> mark.find()));
    mesh.postgres()
        .processes()
        .forEach(process -> peak("largest_postgres_process", Optional.of(process)));
  }

  private void peak(String process, Optional<ProcessHandle> handle) {
    handle.ifPresent(
        running ->
            PeakMemory.of(running)
                .ifPresent(
                    bytes -> figures.merge("peak_bytes_" + process, (double) bytes, Math::max)));
  }

  private String peaks() {
    StringBuilder text = new StringBuilder();
    figures.forEach(
        (name, value) -> {
          if (name.startsWith("peak_bytes_")) {
            text.append(name.substring("peak_bytes_".length()).replace('_', ' '))
                .append(" %,.0f, ".formatted(value / (1 << 20)));
          }
        });
    return text.substring(0, Math.max(0, text.length() - 2));
  }

  private static long countRows(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.ISO_8859_1))) {
      return lines.lines().count() - 1;
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }
}
