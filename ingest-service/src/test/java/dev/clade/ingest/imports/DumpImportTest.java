package dev.clade.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.format.Dumps;
import dev.clade.ingest.store.ImportCounts;
import dev.clade.ingest.store.ImportState;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.upload.Reception;
import dev.clade.ingest.upload.UploadService;
import dev.clade.runtime.request.RequestId;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published dumps go the whole way into the catalogue, told by their files' names. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
class DumpImportTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject UploadService uploads;
  @Inject ImportService imports;

  @Test
  void hubStats(@TempDir Path folder) throws Throwable {
    Path file = folder.resolve("datasets.parquet");
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT CASE WHEN i %% 10 < 9 THEN 'stats/' || i END AS id FROM range(50) AS t(i))
          TO '%s' (FORMAT parquet)
          """
              .formatted(file));
    }

    assertThat(imported("datasets.parquet", Files.readAllBytes(file)).counts())
        .isEqualTo(new ImportCounts(45, 0, 0, 5));
    assertThat(imported("datasets.parquet", Files.readAllBytes(file)).counts())
        .isEqualTo(new ImportCounts(0, 0, 45, 5));
  }

  @Test
  void hfCommunity() throws Throwable {
    ImportStatus done =
        imported(
            "dump.zip",
            archive("id,likes\nmodels/community/a,1\nspaces/community/a,2\ndatasets/a b,3\n"));

    assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1));
  }

  @Test
  void peaTmoss() throws Throwable {
    ImportStatus done =
        imported(
            "models.json", "[{\"context_id\": \"moss/a\"}, {}]".getBytes(StandardCharsets.UTF_8));

    assertThat(done.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
  }

  @Test
  void aDamagedDumpFailsWithItsRule() throws Throwable {
    ImportStatus failed = imported("models.parquet", archive("id\nmodels/a\n"));

    assertThat(failed.state()).isEqualTo(ImportState.FAILED);
    assertThat(failed.failure().orElseThrow().message()).contains("must be a whole");
  }

  private static byte[] archive(String repositories) throws IOException {
    return Dumps.archive(Map.of("repository.csv", repositories));
  }

  private ImportStatus imported(String fileName, byte[] content) throws Throwable {
    try (Reception reception = uploads.begin(fileName)) {
      reception.append(ByteBuffer.wrap(content));
      Upload upload = reception.finish();
      VertxContextSupport.subscribeAndAwait(() -> uploads.add(upload));
      UUID id =
          VertxContextSupport.subscribeAndAwait(
                  () ->
                      imports.start(
                          upload.id(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          new RequestId(UUID.randomUUID())))
              .id();
      return VertxContextSupport.subscribeAndAwait(() -> imports.await(id, PATIENCE));
    }
  }
}
