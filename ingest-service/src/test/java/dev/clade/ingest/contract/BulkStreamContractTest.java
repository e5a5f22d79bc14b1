package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.ingest.v1.ArtifactCard;
import dev.clade.ingest.v1.ArtifactCounts;
import dev.clade.ingest.v1.CardFacts;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.Repository;
import dev.clade.ingest.v1.StreamCardsRequest;
import dev.clade.ingest.v1.StreamCardsResponse;
import dev.clade.ingest.v1.StreamCountsRequest;
import dev.clade.ingest.v1.StreamCountsResponse;
import dev.clade.ingest.v1.StreamRepositoriesRequest;
import dev.clade.ingest.v1.StreamRepositoriesResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repositories, counts and cards in one stream each. */
@QuarkusTest
class BulkStreamContractTest extends IngestTest {
  PostgresServer postgres;
  private Tables tables;

  @BeforeEach
  void openTables() {
    tables = new Tables(postgres);
  }

  @Test
  void aRepositoryComesWithWhatIsCountedOfIt() throws ParseException {
    importAt(
        "2024-05-01T00:00:00Z",
        row("stream/a", 7, "pytorch|license:mit|en|base_model:gpt2")
            + row("stream/b", 0, "")
            + row("stream/c", 0, ""));
    String commit =
        "INSERT INTO ingest.artifact_commit VALUES ('models/stream/a', ?, now(), 't', '', ?)";
    tables.run("DELETE FROM ingest.artifact_commit WHERE name LIKE 'models/stream/%'");
    tables.run(commit, "1", "ann\u001fbob");
    tables.run(commit, "2", "bob");
    tables.run(commit, "3", "");
    tables.run(
        "INSERT INTO ingest.discussion VALUES ('models/stream/a', 4, '', 'open', true, 'x', now())");
    tables.run("INSERT INTO ingest.artifact_file VALUES ('models/stream/a', 'x', 5)");
    tables.run("INSERT INTO ingest.artifact_file VALUES ('models/stream/a', 'y', 6)");
    tables.run(
        """
        INSERT INTO ingest.card
        VALUES ('models/stream/a', 'Automatically Generated é', '', '', now())
        """);
    for (String pass : List.of("CARD", "COMMITS", "DISCUSSIONS", "FILES")) {
      tables.run(
          "INSERT INTO ingest.enrichment VALUES (?, 'models/stream/b', '', '', now())", pass);
    }

    List<Repository> found = repositories("models/stream/0");

    assertThat(found.get(0))
        .isEqualTo(
            Repository.newBuilder()
                .setName("models/stream/a")
                .setAvailability(Availability.AVAILABILITY_PUBLIC)
                .setCreateTime(Timestamps.parse("2024-01-02T03:04:05Z"))
                .setDownloadCount(7)
                .setLikeCount(1)
                .setTask("text-generation")
                .setLibrary("transformers")
                .addLicenses("mit")
                .addLanguages("en")
                .addAllTags(List.of("pytorch", "license:mit", "en", "base_model:gpt2"))
                .setCommitCount(3)
                .setContributorCount(2)
                .setDiscussionCount(1)
                .setSizeBytes(11)
                .setCard(CardFacts.newBuilder().setLength(25).setAutomatic(true))
                .build());
    Repository looked = found.get(1);
    assertThat(looked.getCommitCount() + looked.getContributorCount()).isZero();
    assertThat(looked.hasCommitCount() && looked.hasContributorCount()).isTrue();
    assertThat(looked.hasDiscussionCount() && looked.hasSizeBytes()).isTrue();
    assertThat(looked.hasCard()).isTrue();
    assertThat(looked.getCard()).isEqualTo(CardFacts.getDefaultInstance());
    Repository unknown = found.get(2);
    assertThat(unknown.hasCommitCount() || unknown.hasContributorCount()).isFalse();
    assertThat(unknown.hasDiscussionCount() || unknown.hasSizeBytes()).isFalse();
    assertThat(unknown.hasCard()).isFalse();
  }

  @Test
  void whatHasAnotherNameNowIsLeftOutAndWhatIsGoneIsNot() throws ParseException {
    importAt(
        "2024-05-01T00:00:00Z",
        row("stream/gone", 1, "") + row("stream/old", 1, "") + row("stream/there", 1, ""));
    tables.run("UPDATE ingest.artifact SET availability = 4 WHERE name = 'models/stream/gone'");
    tables.run("UPDATE ingest.artifact SET availability = 5 WHERE name = 'models/stream/old'");
    assertThat(repositories("models/stream/g"))
        .extracting(Repository::getName, Repository::getAvailability)
        .containsSubsequence(
            tuple("models/stream/gone", Availability.AVAILABILITY_DELETED),
            tuple("models/stream/there", Availability.AVAILABILITY_PUBLIC))
        .noneMatch(each -> each.toList().getFirst().equals("models/stream/old"));
  }

  @Test
  void countsComeByArtifactAndTime() throws ParseException {
    importAt("2024-01-01T00:00:00Z", row("stream/x", 10, "") + row("stream/y", 5, ""));
    importAt("2024-03-01T00:00:00Z", row("stream/x", 30, ""));
    importAt("2024-02-01T00:00:00Z", row("stream/x", 20, ""));
    // More of one artifact than a batch holds.
    tables.run(
        """
        INSERT INTO ingest.artifact_count
        SELECT 'models/stream/y', timestamptz '2020-01-01' + n * interval '1 s', n, 0, 'old'
        FROM generate_series(1, 6000) n ON CONFLICT DO NOTHING
        """);

    List<StreamCountsResponse> batches = counts("models/stream/w");

    assertThat(counts(batches, "models/stream/x"))
        .extracting(
            DatedCounts::getDownloadCount,
            each -> Timestamps.toString(each.getProvenance().getSnapshotTime()))
        .containsExactly(
            tuple(10L, "2024-01-01T00:00:00Z"),
            tuple(20L, "2024-02-01T00:00:00Z"),
            tuple(30L, "2024-03-01T00:00:00Z"));
    assertThat(counts(batches, "models/stream/y"))
        .hasSize(6001)
        .extracting(each -> Timestamps.toString(each.getProvenance().getSnapshotTime()))
        .isSorted()
        .endsWith("2024-01-01T00:00:00Z");
    assertThat(batches.getFirst().getThroughName()).isEqualTo("models/stream/x");
    assertThat(counts(counts("models/stream/x"), "models/stream/y")).hasSize(6001);
  }

  @Test
  void cardsComeInBatchesOfBytes() {
    for (String id : List.of("k", "l", "m")) {
      tables.run(
          "INSERT INTO ingest.card VALUES (?, ?, '', '', now())",
          "datasets/stream/" + id,
          id.repeat(400_000));
    }
    List<StreamCardsResponse> batches = new ArrayList<>();
    client
        .activity()
        .streamCards(
            StreamCardsRequest.newBuilder()
                .setAfterName("datasets/stream/k")
                .addKinds(ArtifactKind.ARTIFACT_KIND_DATASET)
                .build())
        .forEachRemaining(batches::add);
    assertThat(batches)
        .flatExtracting(StreamCardsResponse::getCardsList)
        .filteredOn(card -> card.getName().startsWith("datasets/stream/"))
        .extracting(ArtifactCard::getName)
        .containsExactly("datasets/stream/l", "datasets/stream/m");
    assertThat(batches.getFirst().getThroughName())
        .isEqualTo(batches.getFirst().getCards(batches.getFirst().getCardsCount() - 1).getName());
  }

  @Test
  void everyStreamChecksItsRequest() {
    assertInvalid(Reason.FIELD_MALFORMED, "after_name", () -> repositories("gpt2"));
    assertInvalid(Reason.FIELD_MALFORMED, "after_name", () -> counts("gpt2"));
    assertInvalid(
        Reason.FIELD_MALFORMED,
        "after_name",
        () ->
            client
                .activity()
                .streamCards(StreamCardsRequest.newBuilder().setAfterName("gpt2").build())
                .next());
  }

  private List<Repository> repositories(String after) {
    List<StreamRepositoriesResponse> batches = new ArrayList<>();
    client
        .activity()
        .streamRepositories(
            StreamRepositoriesRequest.newBuilder()
                .setAfterName(after)
                .addKinds(ArtifactKind.ARTIFACT_KIND_MODEL)
                .build())
        .forEachRemaining(batches::add);
    return batches.stream().flatMap(each -> each.getRepositoriesList().stream()).toList();
  }

  private List<StreamCountsResponse> counts(String after) {
    List<StreamCountsResponse> batches = new ArrayList<>();
    client
        .activity()
        .streamCounts(StreamCountsRequest.newBuilder().setAfterName(after).build())
        .forEachRemaining(batches::add);
    return batches;
  }

  private static List<DatedCounts> counts(List<StreamCountsResponse> batches, String artifact) {
    return batches.stream()
        .flatMap(batch -> batch.getArtifactsList().stream())
        .filter(each -> each.getName().equals(artifact))
        .map(ArtifactCounts::getCountsList)
        .flatMap(List::stream)
        .toList();
  }
}
