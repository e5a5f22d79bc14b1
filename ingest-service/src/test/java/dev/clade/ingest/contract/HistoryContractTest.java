package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.ingest.v1.ArtifactVersion;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.ListCountsRequest;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListVersionsRequest;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryContractTest extends IngestTest {
  PostgresServer postgres;

  @Test
  void earlierVersionsAreListedTheLatestFirst() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("versions/a", 1, "en|license:mit"));
    importAt("2024-02-01T00:00:00Z", row("versions/a", 2, "en|license:mit|base_model:x"));
    importAt("2024-03-01T00:00:00Z", row("versions/a", 3, "fr"));

    List<ArtifactVersion> versions = versions("models/versions/a", 1);

    assertThat(versions)
        .extracting(version -> Timestamps.toString(version.getValidUntil()))
        .containsExactly("2024-03-01T00:00:00Z", "2024-02-01T00:00:00Z");
    Artifact earliest = versions.getLast().getArtifact();
    assertThat(earliest.getName()).isEqualTo("models/versions/a");
    assertThat(earliest.getTagsList()).containsExactly("en", "license:mit");
    assertThat(earliest.getLicensesList()).containsExactly("mit");
    assertThat(earliest.getAvailability()).isEqualTo(Availability.AVAILABILITY_PUBLIC);
    assertThat(earliest.getProvenance().getSource()).isEqualTo("models.tsv");
    assertThat(earliest.getDownloadCount()).isZero();
    assertThat(versions.getFirst().getArtifact().getRelations(0).getUpstream())
        .isEqualTo("models/x");
    assertThat(versions.getFirst().getSequence()).isGreaterThan(versions.getLast().getSequence());
  }

  @Test
  void countsAreListedByTimeAndThePresentOnesLast() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("counts/a", 10, ""));
    importAt("2024-03-01T00:00:00Z", row("counts/a", 30, ""));
    importAt("2024-03-02T00:00:00Z", row("counts/a", 30, ""));
    importAt("2024-02-01T00:00:00Z", row("counts/a", 20, ""));

    for (int size : List.of(1, 2, 100)) {
      List<DatedCounts> counts = counts("models/counts/a", size);
      assertThat(counts).extracting(DatedCounts::getDownloadCount).containsExactly(10L, 20L, 30L);
      assertThat(counts).extracting(DatedCounts::getLikeCount).containsOnly(1L);
      assertThat(counts)
          .extracting(one -> Timestamps.toString(one.getProvenance().getSnapshotTime()))
          .startsWith("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z");
      assertThat(counts)
          .extracting(one -> one.getProvenance().getSource())
          .containsOnly("models.tsv");
    }
  }

  @Test
  void anArtifactWithoutAPastHasItsPresentCountsAlone() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("fresh/a", 1, ""));

    assertThat(versions("models/fresh/a", 0)).isEmpty();
    assertThat(counts("models/fresh/a", 0)).hasSize(1);
  }

  @Test
  void largeVersionsMakeShortPagesThatLoseNothing() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("thick/a", 1, ""));
    Tables tables = new Tables(postgres);
    for (int i = 1; i <= 10; i++) {
      tables.run(
          """
          INSERT INTO ingest.artifact_version
          VALUES ('models/thick/a', ?, now(), 'hub', NULL, '', 1, '', '', '', '', '', '', ?)
          """,
          i,
          "{\"text\":\"" + "x".repeat(900_000) + "\"}");
    }
    ListVersionsRequest first =
        ListVersionsRequest.newBuilder().setParent("models/thick/a").build();

    assertThat(client.catalogue().listVersions(first).getVersionsCount()).isLessThan(10);
    assertThat(versions("models/thick/a", 0))
        .extracting(ArtifactVersion::getSequence)
        .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void requestsAreChecked() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("history/a", 1, ""));
    importAt("2024-02-01T00:00:00Z", row("history/a", 2, ""));
    String token =
        client
            .catalogue()
            .listCounts(
                ListCountsRequest.newBuilder().setParent("models/history/a").setPageSize(1).build())
            .getNextPageToken();
    assertThat(token).isNotEmpty();

    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> versions("", 0));
    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> counts("", 0));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> versions("models/no/such", 0));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> counts("models/no/such\0", 0));
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> versions("models/history/a", -1));
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> counts("models/history/a", -1));
    assertFails(
        Reason.PAGE_TOKEN_MISMATCH,
        () ->
            client
                .catalogue()
                .listVersions(
                    ListVersionsRequest.newBuilder()
                        .setParent("models/history/a")
                        .setPageToken(token)
                        .build()));
  }

  private List<ArtifactVersion> versions(String parent, int pageSize) {
    List<ArtifactVersion> all = new ArrayList<>();
    ListVersionsRequest.Builder next =
        ListVersionsRequest.newBuilder().setParent(parent).setPageSize(pageSize);
    do {
      ListVersionsResponse page = client.catalogue().listVersions(next.build());
      all.addAll(page.getVersionsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all;
  }

  private List<DatedCounts> counts(String parent, int pageSize) {
    List<DatedCounts> all = new ArrayList<>();
    ListCountsRequest.Builder next =
        ListCountsRequest.newBuilder().setParent(parent).setPageSize(pageSize);
    do {
      ListCountsResponse page = client.catalogue().listCounts(next.build());
      all.addAll(page.getCountsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all;
  }
}
