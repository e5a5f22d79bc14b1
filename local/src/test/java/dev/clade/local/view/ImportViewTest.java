package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.local.print.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportViewTest {
  private static final ImportCounts COUNTS =
      ImportCounts.newBuilder()
          .setRecords(1_234)
          .setCreated(1_000)
          .setUpdated(200)
          .setUnchanged(33)
          .setQuarantined(1)
          .build();
  private static final ImportOutcome OUTCOME =
      new ImportOutcome(
          "imports/7",
          COUNTS,
          1_200,
          2.5,
          List.of(
              QuarantinedRecord.newBuilder()
                  .setLine(3)
                  .setReason("FIELD_MALFORMED")
                  .setField("id")
                  .setDetail("must be name")
                  .build()));

  @Test
  void anOutcomeShowsItsFirstRefusedRecords() {
    assertThat(ImportView.outcome(OUTCOME))
        .isEqualTo(
            """
            imports/7: 1,234 records in 2.5 s: 1,000 new, 200 changed, 33 unchanged, 1 refused
            line  reason           field  detail
               3  FIELD_MALFORMED  id     must be name
            """);
  }

  @Test
  void theJsonOfAnOutcomeHasStableNames() {
    assertThat(Json.pretty(OUTCOME))
        .contains(
            "\"name\": \"imports/7\"",
            "\"counts\"",
            "\"last_sequence\": 1200",
            "\"seconds\": 2.5",
            "\"first_quarantined\"",
            "\"raw_size_bytes\"");
  }

  @Test
  void aCrawlTellsItsPhaseRateAndTimeLeft() {
    ImportMetadata crawl =
        ImportMetadata.newBuilder()
            .setState(ImportMetadata.State.STATE_PAUSED)
            .setSource("huggingface")
            .setPhase("listing models")
            .setCounts(COUNTS)
            .setRequestCount(12)
            .setRecordsPerSecond(345.6)
            .setRemainingTime(Duration.newBuilder().setSeconds(125))
            .build();

    assertThat(ImportView.progress(crawl))
        .isEqualTo("paused, listing models, 1,234 records, 12 requests, 346/s, 2 min left");
    assertThat(ImportView.state("imports/7", crawl))
        .startsWith("imports/7 of huggingface is paused: ")
        .endsWith("1,000 new, 200 changed, 33 unchanged, 1 refused\n");
  }

  @Test
  void whatNobodyKnowsIsNotTold() {
    assertThat(ImportView.progress(ImportMetadata.getDefaultInstance())).isEqualTo("0 records");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 s",
    "59,59 s",
    "60,1 min",
    "3569,59 min",
    "3570,1 h 00 min",
    "90000,25 h 00 min"
  })
  void timesAreRounded(long seconds, String words) {
    ImportMetadata import7 =
        ImportMetadata.newBuilder()
            .setRemainingTime(Duration.newBuilder().setSeconds(seconds))
            .build();

    assertThat(ImportView.progress(import7)).isEqualTo("0 records, " + words + " left");
  }

  @Test
  void aReplayTellsWhatStays() {
    assertThat(
            ImportView.replayed(
                "imports/7",
                ReplayQuarantineResponse.newBuilder()
                    .setReplayed(5)
                    .setAccepted(3)
                    .setRefused(4)
                    .build()))
        .isEqualTo("imports/7: 5 refused records read again: 3 accepted; 4 stay refused\n");
  }
}
