package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.ingest.v1.ArtifactFile;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.Discussion;
import dev.clade.ingest.v1.GetCardRequest;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsRequest;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListDiscussionsRequest;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesRequest;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrichmentContractTest extends IngestTest {
  private static final String COMMIT =
      "INSERT INTO ingest.artifact_commit VALUES (?, ?, CAST(? AS timestamptz), ?, ?, ?)";

  PostgresServer postgres;
  private Tables tables;

  @BeforeEach
  void openTables() {
    tables = new Tables(postgres);
  }

  @Test
  void aCardIsReturnedAsFetched() {
    String name = model("card/a");
    tables.run(
        "INSERT INTO ingest.card VALUES (?, '# Card', '{\"a\":1}', 'c0ffee', '2024-05-06T07:08:09Z')",
        name);

    GetCardResponse card = card(name);

    assertThat(card.getText()).isEqualTo("# Card");
    assertThat(card.getData()).isEqualTo("{\"a\":1}");
    assertThat(card.getRevision()).isEqualTo("c0ffee");
    assertThat(Timestamps.toString(card.getFetchTime())).isEqualTo("2024-05-06T07:08:09Z");
  }

  @Test
  void withoutACardOrAnArtifactTheReasonTellsWhich() {
    String name = model("card/none");

    assertFails(Reason.CARD_NOT_FOUND, () -> card(name));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> card("models/card/nobody"));
    assertInvalid(Reason.FIELD_REQUIRED, "name", () -> card(""));
  }

  @Test
  void commitsAreListedTheLatestFirst() {
    String name = model("commits/a");
    tables.run(COMMIT, name, "b1", "2024-01-02T00:00:00Z", "two", "", "ann\u001fbob");
    tables.run(COMMIT, name, "a1", "2024-01-02T00:00:00Z", "also two", "", "system");
    tables.run(COMMIT, name, "c1", "2024-01-01T00:00:00Z", "one", "and more", "");
    tables.run(COMMIT, name, "d1", "2024-01-03T00:00:00.123456Z", "three", "", "ann");

    for (int size : List.of(1, 2, 3, 0)) {
      assertThat(commits(name, size))
          .extracting(Commit::getCommitId)
          .containsExactly("d1", "b1", "a1", "c1");
    }
    List<Commit> commits = commits(name, 0);
    assertThat(commits.get(1).getAuthorsList()).containsExactly("ann", "bob");
    assertThat(commits.get(3).getAuthorsList()).isEmpty();
    assertThat(commits.get(3).getMessage()).isEqualTo("and more");
    assertThat(Timestamps.toString(commits.get(0).getCommitTime()))
        .isEqualTo("2024-01-03T00:00:00.123456Z");
  }

  @Test
  void longMessagesMakeShortPagesThatLoseNothing() {
    String name = model("commits/long");
    for (int i = 0; i < 20; i++) {
      String time = "2024-01-%02dT00:00:00Z".formatted(i + 1);
      tables.run(COMMIT, name, "c" + i, time, "t", "x".repeat(500_000), "");
    }

    ListCommitsResponse first =
        client.catalogue().listCommits(ListCommitsRequest.newBuilder().setParent(name).build());

    assertThat(first.getCommitsCount()).isLessThan(20);
    assertThat(commits(name, 0)).hasSize(20);
  }

  @Test
  void discussionsAreListedByNumber() {
    String name = model("discussions/a");
    for (int number : List.of(10, 2, 7)) {
      tables.run(
          """
          INSERT INTO ingest.discussion
          VALUES (?, ?, 'title', 'merged', ?, 'ann', '2024-01-01T00:00:00Z')
          """,
          name,
          number,
          number == 7);
    }

    List<Discussion> discussions = discussions(name, 2);

    assertThat(discussions).extracting(Discussion::getNumber).containsExactly(2L, 7L, 10L);
    assertThat(discussions)
        .extracting(Discussion::getPullRequest)
        .containsExactly(false, true, false);
    assertThat(discussions.getFirst().getStatus()).isEqualTo("merged");
    assertThat(discussions.getFirst().getAuthor()).isEqualTo("ann");
  }

  @Test
  void filesAreListedByPathAtTheirCommit() {
    String name = model("files/a");
    for (String path : List.of("b.txt", "a/z.bin", "B.txt", "ü.txt")) {
      tables.run("INSERT INTO ingest.artifact_file VALUES (?, ?, ?)", name, path, path.length());
    }
    tables.run("INSERT INTO ingest.enrichment VALUES ('FILES', ?, 'c0ffee', '', now())", name);

    assertThat(files(name, 1))
        .extracting(ArtifactFile::getPath)
        .containsExactly("B.txt", "a/z.bin", "b.txt", "ü.txt");
    ListFilesResponse page =
        client.catalogue().listFiles(ListFilesRequest.newBuilder().setParent(name).build());
    assertThat(page.getRevision()).isEqualTo("c0ffee");
    assertThat(page.getFiles(1).getSizeBytes()).isEqualTo(7);
  }

  @Test
  void whatWasNotFetchedIsAnEmptyList() {
    String name = model("empty/a");

    assertThat(commits(name, 0)).isEmpty();
    assertThat(discussions(name, 0)).isEmpty();
    assertThat(files(name, 0)).isEmpty();
  }

  @Test
  void anOldNameLeadsToWhatIsKeptUnderThePresentOne() {
    String name = model("present/a");
    tables.alias("models/old/a", name);
    tables.run(COMMIT, name, "a1", "2024-01-02T00:00:00Z", "two", "", "ann");

    assertThat(commits("models/old/a", 0)).hasSize(1);
  }

  @Test
  void requestsAreChecked() {
    String name = model("checked/a");
    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> commits("", 0));
    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> discussions("", 0));
    assertInvalid(Reason.FIELD_REQUIRED, "parent", () -> files("", 0));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> commits("models/no/such", 0));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> discussions("models/no/such", 0));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> files("models/" + "x".repeat(100_000), 0));
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> commits(name, -1));
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> discussions(name, -1));
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> files(name, -1));
    assertInvalid(
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        () ->
            client
                .catalogue()
                .listFiles(
                    ListFilesRequest.newBuilder().setParent(name).setPageToken("!").build()));
  }

  private String model(String id) {
    client.importText("models.tsv", HEADER + row(id, 1, ""));
    return "models/" + id;
  }

  private GetCardResponse card(String name) {
    return client.catalogue().getCard(GetCardRequest.newBuilder().setName(name).build());
  }

  private List<Commit> commits(String parent, int pageSize) {
    List<Commit> all = new ArrayList<>();
    ListCommitsRequest.Builder next =
        ListCommitsRequest.newBuilder().setParent(parent).setPageSize(pageSize);
    do {
      ListCommitsResponse page = client.catalogue().listCommits(next.build());
      all.addAll(page.getCommitsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all;
  }

  private List<Discussion> discussions(String parent, int pageSize) {
    List<Discussion> all = new ArrayList<>();
    ListDiscussionsRequest.Builder next =
        ListDiscussionsRequest.newBuilder().setParent(parent).setPageSize(pageSize);
    do {
      ListDiscussionsResponse page = client.catalogue().listDiscussions(next.build());
      all.addAll(page.getDiscussionsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all;
  }

  private List<ArtifactFile> files(String parent, int pageSize) {
    List<ArtifactFile> all = new ArrayList<>();
    ListFilesRequest.Builder next =
        ListFilesRequest.newBuilder().setParent(parent).setPageSize(pageSize);
    do {
      ListFilesResponse page = client.catalogue().listFiles(next.build());
      all.addAll(page.getFilesList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return all;
  }
}
