package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All commits in one stream, with more of one artifact than a batch holds. */
@QuarkusTest
class CommitStreamContractTest extends IngestTest {
  private static final String LONG = "models/bulk/long";
  private static final int LONG_COMMITS = 12_000;

  PostgresServer postgres;

  @BeforeEach
  void store() throws SQLException {
    execute(
        """
        DELETE FROM ingest.artifact_commit;
        INSERT INTO ingest.artifact_commit
          (name, commit_id, commit_time, title, message, authors)
        VALUES
          ('models/bulk/b', 'b2', '2024-01-02', 'Second', 'Why', E'ann\\x1fbob'),
          ('models/bulk/b', 'b3', '2024-01-03', 'Third', '', 'bob'),
          ('models/bulk/b', 'b1', '2024-01-02', 'First of two at one time', '', 'ann'),
          ('models/bulk/B', 'c1', '2024-01-01', 'Capitals come first', '', ''),
          ('models/bulk/z', 'z1', '2024-01-01', 'Last model', '', 'zoe'),
          ('datasets/bulk/d', 'd1', '2025-01-01', 'Data', '', 'dee'),
          ('spaces/bulk/s', 's1', '2023-01-01', 'Space', '', 'sue');
        INSERT INTO ingest.artifact_commit
        SELECT '%s', lpad(n::text, 5, '0'), timestamptz '2024-01-01' + n / 2 * interval '1 s',
               'Step ' || n, '', 'lea'
        FROM generate_series(1, %d) n
        """
            .formatted(LONG, LONG_COMMITS));
  }

  @Test
  void artifactsComeByNameAndTheirCommitsFromTheOldestOn() throws Exception {
    List<StreamCommitsResponse> batches = all(StreamCommitsRequest.getDefaultInstance());
    assertThat(names(batches))
        .containsExactly(
            "datasets/bulk/d",
            "models/bulk/B",
            "models/bulk/b",
            LONG,
            "models/bulk/z",
            "spaces/bulk/s");
    List<Commit> commits = commits(batches, "models/bulk/b");
    assertThat(commits).extracting(Commit::getCommitId).containsExactly("b1", "b2", "b3");
    assertThat(commits.get(1))
        .isEqualTo(
            Commit.newBuilder()
                .setCommitId("b2")
                .setCommitTime(Timestamps.parse("2024-01-02T00:00:00Z"))
                .setTitle("Second")
                .setMessage("Why")
                .addAuthors("ann")
                .addAuthors("bob")
                .build());
    assertThat(commits(batches, "models/bulk/B").getFirst().getAuthorsList()).isEmpty();
  }

  @Test
  void anArtifactOfManyCommitsComesInSeveralBatches() {
    List<StreamCommitsResponse> batches = all(StreamCommitsRequest.getDefaultInstance());
    assertThat(batches).hasSizeGreaterThan(3);
    assertThat(commits(batches, LONG))
        .extracting(Commit::getCommitId)
        .hasSize(LONG_COMMITS)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(batches)
        .allSatisfy(batch -> assertThat(batch.getSerializedSize()).isLessThan(1 << 20))
        .extracting(StreamCommitsResponse::getThroughName)
        .isSorted()
        .startsWith("datasets/bulk/d", "models/bulk/b")
        .endsWith("spaces/bulk/s");
  }

  @Test
  void aReaderGoesOnBehindAnyBatch() {
    List<StreamCommitsResponse> batches = all(StreamCommitsRequest.getDefaultInstance());
    List<String> names = names(batches);
    for (StreamCommitsResponse batch : batches) {
      String through = batch.getThroughName();
      assertThat(names(all(request().setAfterName(through).build())))
          .isEqualTo(names.subList(names.indexOf(through) + 1, names.size()));
    }
    assertThat(commits(all(request().setAfterName("models/bulk/b").build()), LONG))
        .hasSize(LONG_COMMITS);
    assertThat(names(all(request().setAfterName("models/bulk/unknown").build())))
        .containsExactly("models/bulk/z", "spaces/bulk/s");
    assertThat(all(request().setAfterName("spaces/zzz").build())).isEmpty();
  }

  @Test
  void onlyTheKindsAskedForAreReturned() {
    StreamCommitsRequest.Builder two =
        request()
            .addKinds(ArtifactKind.ARTIFACT_KIND_SPACE)
            .addKinds(ArtifactKind.ARTIFACT_KIND_DATASET)
            .addKinds(ArtifactKind.ARTIFACT_KIND_SPACE);
    assertThat(names(all(two.build()))).containsExactly("datasets/bulk/d", "spaces/bulk/s");
    assertThat(names(all(two.setAfterName("models/bulk/a").build())))
        .containsExactly("spaces/bulk/s");
  }

  @Test
  void whatNoArtifactIsCalledIsRefused() {
    for (String name :
        List.of("papers/2405.13058", "models/", "gpt2", "models/a/b/c", "models/\0")) {
      assertInvalid(
          Reason.FIELD_MALFORMED, "after_name", () -> all(request().setAfterName(name).build()));
    }
    for (int kind : List.of(0, ArtifactKind.ARTIFACT_KIND_PAPER_VALUE, 99)) {
      assertInvalid(
          Reason.FIELD_UNKNOWN_VALUE, "kinds", () -> all(request().addKindsValue(kind).build()));
    }
  }

  private List<StreamCommitsResponse> all(StreamCommitsRequest request) {
    List<StreamCommitsResponse> batches = new ArrayList<>();
    Iterator<StreamCommitsResponse> stream = client.activity().streamCommits(request);
    stream.forEachRemaining(batches::add);
    assertThat(batches).allSatisfy(batch -> assertThat(batch.getArtifactsList()).isNotEmpty());
    return batches;
  }

  private static StreamCommitsRequest.Builder request() {
    return StreamCommitsRequest.newBuilder();
  }

  private static List<String> names(List<StreamCommitsResponse> batches) {
    return batches.stream()
        .flatMap(batch -> batch.getArtifactsList().stream())
        .map(ArtifactCommits::getName)
        .distinct()
        .toList();
  }

  private static List<Commit> commits(List<StreamCommitsResponse> batches, String artifact) {
    return batches.stream()
        .flatMap(batch -> batch.getArtifactsList().stream())
        .filter(each -> each.getName().equals(artifact))
        .flatMap(each -> each.getCommitsList().stream())
        .toList();
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = new Tables(postgres).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
