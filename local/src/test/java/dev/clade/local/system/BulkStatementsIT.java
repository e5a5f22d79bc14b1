package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.ImportCounts;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.Valuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is many rows is few statements, as PostgreSQL itself counts them in its log. */
final class BulkStatementsIT {
  private static final Pattern STATEMENT = Pattern.compile("LOG: +(statement|execute)");
  private static final int RECORDS = 5_000;
  private static final int REPLICATES = 8;

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(Service.INGEST, Service.VALUATION),
            Map.of("CLADE_VALUATION_LAUNCHER_LOCAL_WORKERS", "0"));
    try (Connection connection = mesh.mesh().postgres().administration().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET log_statement = 'mod'");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void recordsAreWrittenInBatches() throws Exception {
    String table =
        IntStream.range(0, RECORDS)
            .mapToObj("bulk/model-%d\t\t1\t1\t\t\tlicense:mit\n"::formatted)
            .collect(
                Collectors.joining(
                    "",
                    "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\n",
                    ""));
    long before = written();
    ImportCounts counts =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(
                        "bulk.tsv",
                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                        progress -> {}))
            .getCounts();

    assertThat(counts.getCreated()).isEqualTo(RECORDS);
    assertThat(written() - before).isBetween(1L, RECORDS / 50L);
  }

  @Test
  void aPlanOfManyEvaluationsIsWrittenTogether() throws Exception {
    ValuationRuns runs = new ValuationRuns(mesh.client());
    String images = runs.store(DrawnImages.draw(1, 4)).getName();
    long before = written();
    Valuation run =
        runs.create(
            Valuation.newBuilder().setImageSet(images).setReplicateCount(REPLICATES).build());

    assertThat(run.getProgress().getTotalEvaluations()).isGreaterThan(100);
    assertThat(written() - before).isBetween(1L, 20L);
  }

  /** Returns how many statements have changed anything so far, those of timers included. */
  private static long written() throws IOException {
    try (Stream<String> lines = Files.lines(mesh.state().log("postgres"))) {
      return lines.filter(line -> STATEMENT.matcher(line).find()).count();
    }
  }
}
