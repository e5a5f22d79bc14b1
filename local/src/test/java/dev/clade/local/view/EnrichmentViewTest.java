package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.clade.ingest.v1.ArtifactFile;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.Discussion;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesResponse;
import org.junit.jupiter.api.Test;

final class EnrichmentViewTest {
  private static final Timestamp TIME = Timestamps.fromSeconds(1_700_000_000);

  @Test
  void aCardIsItsTextBehindWhereItComesFrom() {
    assertThat(
            EnrichmentView.card(
                GetCardResponse.newBuilder()
                    .setRevision("c0ffee")
                    .setFetchTime(TIME)
                    .setData("{\"license\":\"mit\"}")
                    .setText("# A card\n\nof words\n\n")
                    .build()))
        .isEqualTo(
            """
              revision        c0ffee
              fetched         2023-11-14T22:13:20Z
              data            {"license":"mit"}

            # A card

            of words
            """);
  }

  @Test
  void commitsDiscussionsAndFilesAreTables() {
    assertThat(
            EnrichmentView.commits(
                ListCommitsResponse.newBuilder()
                    .addCommits(
                        Commit.newBuilder()
                            .setCommitId("0123456789")
                            .setCommitTime(TIME)
                            .addAuthors("ann")
                            .addAuthors("bob")
                            .setTitle("First"))
                    .build()))
        .isEqualTo(
            """
            made                  commit    authors   title
            2023-11-14T22:13:20Z  01234567  ann, bob  First
            """);
    assertThat(
            EnrichmentView.discussions(
                ListDiscussionsResponse.newBuilder()
                    .addDiscussions(
                        Discussion.newBuilder()
                            .setNumber(7)
                            .setCreateTime(TIME)
                            .setStatus("open")
                            .setPullRequest(true)
                            .setAuthor("ann")
                            .setTitle("Fix"))
                    .build()))
        .isEqualTo(
            """
            number  opened                status  kind          author  title
                 7  2023-11-14T22:13:20Z  open    pull request  ann     Fix
            """);
    assertThat(
            EnrichmentView.files(
                ListFilesResponse.newBuilder()
                    .addFiles(ArtifactFile.newBuilder().setPath("a").setSizeBytes(1))
                    .addFiles(ArtifactFile.newBuilder().setPath("b").setSizeBytes(2_000))
                    .setRevision("0123456789")
                    .build()))
        .isEqualTo(
            """
            bytes  path
                1  a
            2,000  b
            2 files, 2,001 bytes, at commit 01234567
            """);
  }

  @Test
  void whatWasNotFetchedIsSaid() {
    assertThat(EnrichmentView.commits(ListCommitsResponse.getDefaultInstance()))
        .isEqualTo("No commits were fetched.\n");
    assertThat(EnrichmentView.discussions(ListDiscussionsResponse.getDefaultInstance()))
        .isEqualTo("No discussions were fetched.\n");
    assertThat(EnrichmentView.files(ListFilesResponse.getDefaultInstance()))
        .isEqualTo("No files were fetched.\n");
  }
}
