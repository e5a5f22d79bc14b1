package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.runtime.testing.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports real files: every record must be accounted for. */
@QuarkusTest
class RealCatalogueTest extends IngestTest {
  private static final long MODELS_OF_2024 = 508_327;

  @Test
  void everyModelOfTheHubIn2024IsAccountedFor() throws IOException {
    Path file = SharedData.require("hub_models_2024_07/models.tsv.gz");
    String upload = client.upload(file).getUpload();
    GetCatalogueStatsResponse before = stats();

    long start = System.nanoTime();
    Operation done = client.await(client.start(upload));
    double seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        "%,d models imported at %,.0f a second%n", MODELS_OF_2024, MODELS_OF_2024 / seconds);
    ImportMetadata metadata = IngestClient.metadata(done);
    ImportCounts counts = metadata.getCounts();
    assertThat(metadata.getState()).isEqualTo(ImportMetadata.State.STATE_SUCCEEDED);
    assertThat(counts.getRecords()).isEqualTo(MODELS_OF_2024);
    assertThat(counts.getQuarantined()).isZero();
    GetCatalogueStatsResponse after = stats();
    assertThat(after.getArtifactCount() - before.getArtifactCount()).isEqualTo(counts.getCreated());
    assertThat(after.getHeadSequence() - before.getHeadSequence())
        .isEqualTo(counts.getCreated() + counts.getUpdated());
  }

  @ParameterizedTest
  @CsvSource({
    "hub_models_2022_02/models.jsonl.gz, 19519",
    "hub_models_2024_07/model_info.jsonl.gz, 5709",
    "hub_models_2026_08/models.jsonl.gz, 10546",
  })
  void snapshotsInJsonAreReadWithoutLoss(String file, long records) throws IOException {
    String upload = client.upload(SharedData.require(file)).getUpload();

    ImportCounts counts = IngestClient.metadata(client.await(client.start(upload))).getCounts();

    assertThat(counts.getRecords()).isEqualTo(records);
    assertThat(counts.getQuarantined()).isZero();
  }

  private GetCatalogueStatsResponse stats() {
    return client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }
}
