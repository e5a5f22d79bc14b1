package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.protobuf.util.Timestamps;
import dev.clade.ingest.format.Dumps;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.Discussion;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.ListCommitsRequest;
import dev.clade.ingest.v1.ListDiscussionsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.ReplayQuarantineRequest;
import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commits and discussions of dumps, from the file to the answers. */
@QuarkusTest
class ActivityContractTest extends IngestTest {
  private static final String SHA1 = "1".repeat(40);
  private static final String SHA2 = "2".repeat(40);
  private static final String SPRING = "2023-04-01T00:00:00Z";
  private static final String SUMMER = "2023-07-01T00:00:00Z";

  PostgresServer postgres;

  @Test
  void aDumpBringsRepositoriesWithTheirCommitsAndDiscussions() throws Exception {
    Map<String, String> tables =
        Map.of(
            "repository.csv",
            "id,likes\nmodels/act/a,1\ndatasets/act/d,2\n",
            "commits.csv",
            commits(
                SHA1 + ",models/act/a,initial commit,2022-01-02 03:04:05,0,system",
                SHA2 + ",models/act/a,\"Better\n\nand more\",2022-01-03 03:04:05,-3600,ann",
                SHA1 + ",datasets/act/d,initial commit,2022-01-02 03:04:05,0,",
                SHA2 + ",datasets/act/d,when?,yesterday,0,ann",
                SHA1 + ",spaces/act/nobody,whose?,2022-01-02 03:04:05,0,ann"),
            "discussion.csv",
            discussions(
                "2,models/act/a,ann,Add it,merged,2022-02-02 03:04:05,1",
                "1,models/act/a,bob,Why?,open,2022-02-01 03:04:05,0",
                "1,models/act/nobody,bob,Who?,open,2022-02-01 03:04:05,0"));
    GetCatalogueStatsResponse before = stats();

    Operation done = importAt(SUMMER, tables);

    assertThat(counts(done)).isEqualTo(counts(7, 0, 0, 3));
    GetCatalogueStatsResponse after = stats();
    assertThat(after.getArtifactCount()).isEqualTo(before.getArtifactCount() + 2);
    assertThat(after.getQuarantinedRecordCount()).isEqualTo(before.getQuarantinedRecordCount() + 3);
    assertThat(done.getResponse().unpack(ImportResult.class).getLastSequence())
        .isEqualTo(after.getHeadSequence());
    List<Commit> commits = commitsOf("models/act/a");
    assertThat(commits).extracting(Commit::getCommitId).containsExactly(SHA2, SHA1);
    assertThat(commits.getFirst())
        .isEqualTo(
            Commit.newBuilder()
                .setCommitId(SHA2)
                .setCommitTime(Timestamps.parse("2022-01-03T02:04:05Z"))
                .setTitle("Better")
                .setMessage("and more")
                .addAuthors("ann")
                .build());
    assertThat(commitsOf("datasets/act/d")).extracting(Commit::getAuthorsCount).containsExactly(0);
    assertThat(discussionsOf("models/act/a"))
        .containsExactly(
            Discussion.newBuilder()
                .setNumber(1)
                .setTitle("Why?")
                .setStatus("open")
                .setAuthor("bob")
                .setCreateTime(Timestamps.parse("2022-02-01T03:04:05Z"))
                .build(),
            Discussion.newBuilder()
                .setNumber(2)
                .setTitle("Add it")
                .setStatus("merged")
                .setPullRequest(true)
                .setAuthor("ann")
                .setCreateTime(Timestamps.parse("2022-02-02T03:04:05Z"))
                .build());
    assertThat(quarantined(done))
        .extracting(QuarantinedRecord::getLine, QuarantinedRecord::getReason)
        .containsExactly(
            tuple(6L, "FIELD_MALFORMED"),
            tuple(7L, "ARTIFACT_UNKNOWN"),
            tuple(10L, "ARTIFACT_UNKNOWN"));
  }

  @Test
  void importingADumpAgainChangesNothingAndSaysSo() throws Exception {
    Map<String, String> tables =
        Map.of(
            "repository.csv",
            "id\nmodels/act/again\n",
            "commits.csv",
            commits(
                SHA1 + ",models/act/again,one,2022-01-02 03:04:05,0,ann",
                SHA2 + ",models/act/again,two,2022-01-02 03:04:05,0,ann"),
            "discussion.csv",
            discussions("1,models/act/again,bob,Why?,open,2022-02-01 03:04:05,0"));
    assertThat(counts(importAt(SPRING, tables))).isEqualTo(counts(4, 0, 0, 0));
    long head = stats().getHeadSequence();

    for (String snapshot : List.of(SPRING, SUMMER)) {
      Operation again = importAt(snapshot, tables);
      assertThat(counts(again)).isEqualTo(counts(0, 0, 4, 0));
      assertThat(again.getResponse().unpack(ImportResult.class).getLastSequence()).isZero();
    }

    assertThat(stats().getHeadSequence()).isEqualTo(head);
  }

  @Test
  void whatIsNewOfAnArtifactGivesItTheNextPlaceInTheFeed() throws Exception {
    String repository = "id\nmodels/act/new\n";
    String first = SHA1 + ",models/act/new,one,2022-01-02 03:04:05,0,ann";
    importAt(
        SPRING,
        Map.of(
            "repository.csv",
            repository,
            "commits.csv",
            commits(first),
            "discussion.csv",
            discussions("1,models/act/new,bob,Why?,open,2022-02-01 03:04:05,0")));
    long head = stats().getHeadSequence();

    Operation done =
        importAt(
            SUMMER,
            Map.of(
                "repository.csv",
                repository,
                "commits.csv",
                commits(first, SHA2 + ",models/act/new,two,2022-01-02 03:04:05,0,ann"),
                "discussion.csv",
                discussions(
                    "1,models/act/new,bob,Why?,closed,2022-02-01 03:04:05,0",
                    "2,models/act/new,bob,How?,open,2022-02-01 03:04:05,0")));

    assertThat(counts(done)).isEqualTo(counts(2, 1, 2, 0));
    assertThat(stats().getHeadSequence()).isEqualTo(head + 1);
    assertThat(done.getResponse().unpack(ImportResult.class).getLastSequence()).isEqualTo(head + 1);
    assertThat(statuses("models/act/new")).containsExactly("closed", "open");
  }

  @Test
  void ofDiscussionsWhatALaterLookToldStays() throws Exception {
    Map<String, String> late = discussion("models/act/late", "merged");
    Map<String, String> early = discussion("models/act/late", "open");
    importAt(SPRING, early);
    importAt(SUMMER, late);

    assertThat(counts(importAt("2023-05-01T00:00:00Z", early))).isEqualTo(counts(0, 0, 2, 0));
    assertThat(statuses("models/act/late")).containsExactly("merged");

    assertThat(counts(importAt("2023-08-01T00:00:00Z", early))).isEqualTo(counts(0, 1, 1, 0));
    assertThat(statuses("models/act/late")).containsExactly("open");
    assertThat(counts(importAt("2023-09-01T00:00:00Z", early))).isEqualTo(counts(0, 0, 2, 0));
    assertThat(counts(importAt("2023-08-15T00:00:00Z", late))).isEqualTo(counts(0, 0, 2, 0));
    assertThat(statuses("models/act/late")).containsExactly("open");
  }

  @Test
  void whatBelongsToAnUnknownArtifactIsAcceptedWhenItIsReadAgainLater() throws Exception {
    Operation done =
        importAt(
            SPRING,
            Map.of(
                "repository.csv",
                "id\nmodels/act/bad name\n",
                "commits.csv",
                commits(
                    SHA1 + ",models/act/later,one,2022-01-02 03:04:05,0,ann",
                    SHA2 + ",models/act/never,two,2022-01-02 03:04:05,0,ann"),
                "discussion.csv",
                discussions("1,models/act/later,bob,Why?,open,2022-02-01 03:04:05,0")));
    assertThat(counts(done)).isEqualTo(counts(0, 0, 0, 4));
    assertThat(replay(done)).isEqualTo(replayed(4, 0));
    client.importText("models.tsv", HEADER + row("act/later", 1, ""));
    GetCatalogueStatsResponse before = stats();

    assertThat(replay(done)).isEqualTo(replayed(4, 2));

    assertThat(commitsOf("models/act/later")).hasSize(1);
    assertThat(discussionsOf("models/act/later")).hasSize(1);
    assertThat(counts(current(done))).isEqualTo(counts(2, 0, 0, 2));
    assertThat(quarantined(done))
        .extracting(QuarantinedRecord::getReason)
        .containsExactly("FIELD_MALFORMED", "ARTIFACT_UNKNOWN");
    GetCatalogueStatsResponse after = stats();
    assertThat(after.getQuarantinedRecordCount()).isEqualTo(before.getQuarantinedRecordCount() - 2);
    assertThat(after.getHeadSequence()).isEqualTo(before.getHeadSequence() + 1);
    assertThat(after.getArtifactCount()).isEqualTo(before.getArtifactCount());
    assertThat(replay(done)).isEqualTo(replayed(2, 0));
    assertThat(stats()).isEqualTo(after);
  }

  @Test
  void whatBelongsToAnOldNameGoesToThePresentOne() throws Exception {
    client.importText("models.tsv", HEADER + row("act/present", 1, ""));
    new Tables(postgres).alias("models/act/old", "models/act/present");

    Operation done =
        importAt(
            SPRING,
            Map.of(
                "repository.csv",
                "id\n",
                "commits.csv",
                commits(SHA1 + ",models/act/old,one,2022-01-02 03:04:05,0,ann")));

    assertThat(counts(done)).isEqualTo(counts(1, 0, 0, 0));
    assertThat(commitsOf("models/act/present")).hasSize(1);
    assertThat(commitsOf("models/act/old")).hasSize(1);
  }

  private static Map<String, String> discussion(String repository, String status) {
    return Map.of(
        "repository.csv",
        "id\n" + repository + "\n",
        "discussion.csv",
        discussions("1,%s,bob,Why?,%s,2022-02-01 03:04:05,0".formatted(repository, status)));
  }

  private static String commits(String... rows) {
    return "sha,repo_id,message,author_date,author_tz,author_name\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String discussions(String... rows) {
    return "num,repo_id,author,title,status,created_at,is_pull_request\n"
        + String.join("\n", rows)
        + "\n";
  }

  private Operation importAt(String snapshot, Map<String, String> tables) throws Exception {
    return importAt(snapshot, "dump.zip", Dumps.archive(tables));
  }

  private List<Commit> commitsOf(String artifact) {
    return client
        .catalogue()
        .listCommits(ListCommitsRequest.newBuilder().setParent(artifact).build())
        .getCommitsList();
  }

  private List<Discussion> discussionsOf(String artifact) {
    return client
        .catalogue()
        .listDiscussions(ListDiscussionsRequest.newBuilder().setParent(artifact).build())
        .getDiscussionsList();
  }

  private List<String> statuses(String artifact) {
    return discussionsOf(artifact).stream().map(Discussion::getStatus).toList();
  }

  private List<QuarantinedRecord> quarantined(Operation done) {
    return client
        .imports()
        .listQuarantinedRecords(
            ListQuarantinedRecordsRequest.newBuilder().setParent(done.getName()).build())
        .getQuarantinedRecordsList();
  }

  private ReplayQuarantineResponse replay(Operation done) {
    return client
        .imports()
        .replayQuarantine(ReplayQuarantineRequest.newBuilder().setParent(done.getName()).build());
  }

  private static ReplayQuarantineResponse replayed(long records, long accepted) {
    return ReplayQuarantineResponse.newBuilder()
        .setReplayed(records)
        .setAccepted(accepted)
        .setRefused(records - accepted)
        .build();
  }

  private Operation current(Operation done) {
    return client
        .operations()
        .getOperation(GetOperationRequest.newBuilder().setName(done.getName()).build());
  }

  private GetCatalogueStatsResponse stats() {
    return client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }

  private static ImportCounts counts(Operation operation) {
    return IngestClient.metadata(operation).getCounts();
  }

  private static ImportCounts counts(long created, long updated, long unchanged, long quarantined) {
    return ImportCounts.newBuilder()
        .setRecords(created + updated + unchanged + quarantined)
        .setCreated(created)
        .setUpdated(updated)
        .setUnchanged(unchanged)
        .setQuarantined(quarantined)
        .build();
  }
}
