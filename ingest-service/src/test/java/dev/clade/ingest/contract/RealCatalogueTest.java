package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import dev.clade.runtime.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Imports the whole Hub of July 2024. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
class RealCatalogueTest {
  private static final long ROWS = 508_327;

  @TestHTTPResource URL address;

  @Test
  void everyRowIsAccountedFor() throws Exception {
    Path file = SharedData.require("hub_models_2024_07/models.tsv.gz");
    try (IngestClient client = new IngestClient(address.getPort())) {
      String upload = client.upload(file).getUpload();
      long start = System.nanoTime();
      Operation done = client.await(client.start(upload));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("import: %,d rows, %,.0f rows/s%n", ROWS, ROWS / seconds);
      ImportMetadata metadata = IngestClient.metadata(done);
      ImportCounts counts = metadata.getCounts();
      assertThat(metadata.getState())
          .as(done.toString())
          .isEqualTo(ImportMetadata.State.STATE_SUCCEEDED);
      assertThat(counts.getRecords()).isEqualTo(ROWS);
      assertThat(counts.getCreated() + counts.getQuarantined()).isEqualTo(ROWS);
      assertThat(
              client
                  .catalogue()
                  .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance())
                  .getArtifactCount())
          .isEqualTo(counts.getCreated());
    }
  }
}
