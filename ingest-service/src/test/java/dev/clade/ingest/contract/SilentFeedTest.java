package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A feed that gives no sign of life for an hour. */
@QuarkusTest
@TestProfile(SilentFeedTest.Hourly.class)
class SilentFeedTest extends IngestTest {
  private static final long PATIENCE_SECONDS = 60;

  @Test
  void whoHasEverythingIsToldSoAtOnce() {
    long head =
        client
            .catalogue()
            .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance())
            .getHeadSequence();
    StreamChangesResponse first =
        client
            .catalogue()
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .streamChanges(StreamChangesRequest.newBuilder().setAfterSequence(head).build())
            .next();

    assertThat(first.getHeadSequence()).isEqualTo(head);
    assertThat(first.getChangesList()).isEmpty();
  }

  /** Configures the hour. */
  public static final class Hourly implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("clade.ingest.heartbeat", "PT1H");
    }
  }
}
