package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.Provenance;
import dev.clade.ingest.v1.ArtifactVersion;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListVersionsResponse;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

final class HistoryViewTest {
  @Test
  void eachVersionIsARow() throws ParseException {
    ListVersionsResponse versions =
        ListVersionsResponse.newBuilder()
            .addVersions(
                ArtifactVersion.newBuilder()
                    .setSequence(1_234)
                    .setValidUntil(Timestamps.parse("2024-02-01T00:00:00Z"))
                    .setArtifact(
                        Artifact.newBuilder()
                            .setAvailability(Availability.AVAILABILITY_PUBLIC)
                            .setRevision("0123456789abcdef")
                            .setTask("t")
                            .setLibrary("l")
                            .addLicenses("mit")
                            .addTags("en")
                            .setProvenance(Provenance.newBuilder().setSource("hub"))))
            .build();

    assertThat(HistoryView.versions(versions))
        .isEqualTo(
            """
            sequence  until                 availability  revision  task  library  licenses  tags  relations  source
               1,234  2024-02-01T00:00:00Z  public        01234567  t     l        mit          1          0  hub
            """);
  }

  @Test
  void withoutEarlierVersionsASentenceSaysSo() {
    assertThat(HistoryView.versions(ListVersionsResponse.getDefaultInstance()))
        .isEqualTo("It has said nothing else before.\n");
  }

  @Test
  void countsOfAnUnknownTimeSaySo() throws ParseException {
    ListCountsResponse counts =
        ListCountsResponse.newBuilder()
            .addCounts(counted(1).setProvenance(Provenance.newBuilder().setSource("old")))
            .addCounts(
                counted(20_000)
                    .setProvenance(
                        Provenance.newBuilder()
                            .setSource("hub")
                            .setSnapshotTime(Timestamps.parse("2024-02-01T00:00:00Z"))))
            .build();

    assertThat(HistoryView.counts(counts))
        .isEqualTo(
            """
            counted               downloads  likes  source
            unknown                       1      2  old
            2024-02-01T00:00:00Z     20,000      2  hub
            """);
  }

  private static DatedCounts.Builder counted(long downloads) {
    return DatedCounts.newBuilder().setDownloadCount(downloads).setLikeCount(2);
  }
}
