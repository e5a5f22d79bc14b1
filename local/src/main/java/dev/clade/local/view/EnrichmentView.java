package dev.clade.local.view;

import com.google.protobuf.util.Timestamps;
import dev.clade.ingest.v1.ArtifactFile;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.local.print.Table;

/** What was fetched about one artifact, apart from its listing. */
public final class EnrichmentView {
  private EnrichmentView() {}

  /** Returns where a card comes from, its metadata and its text. */
  public static String card(GetCardResponse card) {
    String text = card.getText().isEmpty() ? "" : "\n" + card.getText().stripTrailing() + "\n";
    return new Fields()
            .add("revision", card.getRevision())
            .add("fetched", card.hasFetchTime(), card.getFetchTime())
            .add("data", card.getData())
            .render()
        + text;
  }

  /** Returns a table of commits. */
  public static String commits(ListCommitsResponse commits) {
    if (commits.getCommitsCount() == 0) {
      return "No commits were fetched.\n";
    }
    Table table = new Table("made", "commit", "authors", "title");
    commits
        .getCommitsList()
        .forEach(
            commit ->
                table.row(
                    Timestamps.toString(commit.getCommitTime()),
                    Revision.shorten(commit.getCommitId()),
                    String.join(", ", commit.getAuthorsList()),
                    commit.getTitle()));
    return table.render();
  }

  /** Returns a table of discussions and pull requests. */
  public static String discussions(ListDiscussionsResponse discussions) {
    if (discussions.getDiscussionsCount() == 0) {
      return "No discussions were fetched.\n";
    }
    Table table = new Table(">number", "opened", "status", "kind", "author", "title");
    discussions
        .getDiscussionsList()
        .forEach(
            one ->
                table.row(
                    one.getNumber(),
                    Timestamps.toString(one.getCreateTime()),
                    one.getStatus(),
                    one.getPullRequest() ? "pull request" : "discussion",
                    one.getAuthor(),
                    one.getTitle()));
    return table.render();
  }

  /** Returns a table of files and their sum. */
  public static String files(ListFilesResponse files) {
    if (files.getFilesCount() == 0) {
      return "No files were fetched.\n";
    }
    Table table = new Table(">bytes", "path");
    files
        .getFilesList()
        .forEach(file -> table.row("%,d".formatted(file.getSizeBytes()), file.getPath()));
    long bytes = files.getFilesList().stream().mapToLong(ArtifactFile::getSizeBytes).sum();
    String revision =
        files.getRevision().isEmpty() ? "" : ", at commit " + Revision.shorten(files.getRevision());
    return table.render()
        + "%,d files, %,d bytes%s%n".formatted(files.getFilesCount(), bytes, revision);
  }
}
