package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.artifact.Activity;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits and discussions of HFCommunity's dumps. */
class HfCommunityActivityTest {
  private static final String SHA1 = "1a".repeat(20);
  private static final String SHA2 = "2a".repeat(20);
  private static final String SHA3 = "3a".repeat(20);
  private static final String SHA4 = "4a".repeat(20);
  private static final String SHA5 = "5a".repeat(32);

  private static final String REPOSITORIES =
      """
      id,name,type,author,sha,last_modified,private,card_data,gated,likes,disabled
      models/a/b,a/b,model,a,c0ffee,2023-05-06 07:08:09,0,,0,3,0
      datasets/glue,glue,dataset,NULL,beef,2023-05-06 07:08:09,0,{},1,4,0
      """;

  private static final String COMMITS_11 =
      """
      sha,repo_id,message,author_date,author_tz,committer_date,committer_tz,in_main_branch,\
      insertions,deletions,author_name,committer_name,source
      %1$s,datasets/glue,"Add ""data""
       and more

       of it
      ",2023-05-06 07:08:09,-7200,2023-05-06 07:08:10,0,1,3,0,Ann Other,x,pydriller
      %2$s,models/a/b,initial commit,2022-01-02 03:04:05,18000,2022-01-02 03:04:05,0,1,1,0,ann,ann,pydriller
      %2$s,datasets/glue,initial commit,2022-01-02 03:04:05,0,2022-01-02 03:04:05,0,1,1,0,,ann,pydriller
      %3$s,models/a/b,beside,2022-01-02 03:04:05,0,2022-01-02 03:04:05,0,0,1,0,ann,ann,pydriller
      %4$s,models/a/b,NULL,2022-01-03 03:04:05.5,999999,2022-01-02 03:04:05,0,1,1,0,ann,ann,pydriller
      %5$s,models/no/such,long hash,2022-01-03 03:04:05,,,,,,,ann,ann,pydriller
      """
          .formatted(SHA2, SHA1, SHA3, SHA4, SHA5);

  private static final String DISCUSSIONS_11 =
      """
      num,repo_id,author,title,status,created_at,is_pull_request,target_branch,merge_commit_oid,\
      diff,git_reference
      2,datasets/glue,ann,"Fix, please",merged,2023-01-02 03:04:05,1,main,,"diff --git
      a b",refs/pr/2
      1,models/a/b,bob,Why?,open,2023-01-02 03:04:06,0,,,,
      3,models/a/b,NULL,,draft,2023-01-02 03:04:07,1,,,,refs/pr/3
      """;

  private static final List<Activity> ACTIVITY_11 =
      List.of(
          commit("models/a/b", SHA1, "2022-01-02T08:04:05Z", "initial commit", "", "ann"),
          commit("models/a/b", SHA4, "2022-01-03T03:04:05.5Z", "", "", "ann"),
          commit(
              "datasets/glue",
              SHA2,
              "2023-05-06T05:08:09Z",
              "Add \"data\"",
              "and more\n\n of it",
              "Ann Other"),
          commit("datasets/glue", SHA1, "2022-01-02T03:04:05Z", "initial commit", ""),
          commit("models/no/such", SHA5, "2022-01-03T03:04:05Z", "long hash", "", "ann"),
          discussion("models/a/b", 1, "Why?", "open", false, "bob", "2023-01-02T03:04:06Z"),
          discussion("models/a/b", 3, "", "draft", true, "", "2023-01-02T03:04:07Z"),
          discussion(
              "datasets/glue", 2, "Fix, please", "merged", true, "ann", "2023-01-02T03:04:05Z"));

  private static final Map<String, String> TABLES_11 =
      Map.of(
          "repository.csv",
          REPOSITORIES,
          "commits.csv",
          COMMITS_11,
          "discussion.csv",
          DISCUSSIONS_11,
          "files_in_commit.csv",
          "not needed, so never looked at\0");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("hfcommunity.zip");
  }

  @Test
  void version11NamesTheRepositoryOfACommitAndItsAuthorsClock() throws Exception {
    Dumps.archive(file, TABLES_11);

    List<Object> read = read("");

    assertThat(read.subList(0, 2)).allMatch(Artifact.class::isInstance);
    assertThat(read.subList(2, read.size())).isEqualTo(ACTIVITY_11);
  }

  @Test
  void tablesInParquetGiveTheSame() throws Exception {
    Map<String, byte[]> entries = new TreeMap<>();
    for (String name : List.of("repository", "commits", "discussion")) {
      Path csv = Files.writeString(folder.resolve(name + ".csv"), TABLES_11.get(name + ".csv"));
      Path parquet =
          Dumps.parquet(
              folder.resolve(name + ".parquet"),
              "SELECT * FROM read_csv('%s', header = true, nullstr = ['', 'NULL'], quote = '\"')"
                  .formatted(csv));
      entries.put(name + ".parquet", Files.readAllBytes(parquet));
    }
    Files.write(file, Dumps.zip(entries));

    assertThat(read("").stream().skip(2)).isEqualTo(ACTIVITY_11);
  }

  @Test
  void aCommitOfVersion10BelongsToTheRepositoriesWhoseFilesItTouched() throws Exception {
    Dumps.archive(
        file,
        Map.of(
            "repository.csv",
            """
            id,name,type,author,sha,last_modified,private,card_data,gated,likes
            a/b,a/b,model,a,c0ffee,2023-05-06 07:08:09,0,,0,3
            datasets/glue,glue,dataset,,beef,2023-05-06 07:08:09,0,{},,4
            """,
            "file.csv",
            """
            id,filename,repo_id
            1,README.md,a/b
            2,README.md,datasets/glue
            3,x.bin,a/b
            """,
            "commits.csv",
            """
            sha,timestamp,message,author
            %s,2022-01-02 03:04:05,two,ann
            %s,2022-01-01 03:04:05,one,ann
            %s,2022-01-01 03:04:05,of nothing that is there,ann
            """
                .formatted(SHA2, SHA1, SHA3),
            "files_in_commit.csv",
            """
            sha,file_id
            %1$s,1
            %1$s,2
            %2$s,3
            %2$s,1
            """
                .formatted(SHA1, SHA2),
            "discussion.csv",
            """
            num,repo_id,author,title,status,created_at,is_pull_request
            1,a/b,bob,Why?,closed,2023-01-02 03:04:06,0
            """));

    assertThat(read("").stream().skip(2))
        .isEqualTo(
            List.of(
                commit("models/a/b", SHA2, "2022-01-02T03:04:05Z", "two", "", "ann"),
                commit("models/a/b", SHA1, "2022-01-01T03:04:05Z", "one", "", "ann"),
                commit("datasets/glue", SHA1, "2022-01-01T03:04:05Z", "one", "", "ann"),
                "6 FIELD_MISSING repo",
                discussion(
                    "models/a/b", 1, "Why?", "closed", false, "bob", "2023-01-02T03:04:06Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "x,models/a,m,2022-01-02 03:04:05,ann,FIELD_MALFORMED sha",
    ",models/a,m,2022-01-02 03:04:05,ann,FIELD_MISSING sha",
    "S,models/a,m,yesterday,ann,FIELD_MALFORMED date",
    "S,models/a,m,,ann,FIELD_MISSING date",
    "S,models/a,m,1969-12-31 12:00:00,ann,FIELD_OUT_OF_RANGE date",
    "S,models/a,m\u001fn,2022-01-02 03:04:05,ann,FIELD_MALFORMED message",
    "S,models/a b,m,2022-01-02 03:04:05,ann,FIELD_MALFORMED repo",
    "S,a/b,m,2022-01-02 03:04:05,ann,FIELD_MISSING repoType",
    "S,,m,2022-01-02 03:04:05,ann,FIELD_MISSING repo"
  })
  void badCommitsAreRefusedByName(
      String sha, String repository, String message, String date, String author, String refusal)
      throws Exception {
    Dumps.archive(
        file,
        Map.of(
            "repository.csv",
            "id\n",
            "commits.csv",
            "sha,repo_id,message,author_date,author_tz,author_name\n"
                + String.join(
                    ",",
                    sha == null ? "" : sha.replace("S", SHA1),
                    repository == null ? "" : repository,
                    message,
                    date == null ? "" : date,
                    "3600",
                    author)
                + "\n"));

    assertThat(read("")).containsExactly("1 " + refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "0,2022-01-02 03:04:05,FIELD_OUT_OF_RANGE num",
    "-1,2022-01-02 03:04:05,FIELD_OUT_OF_RANGE num",
    "one,2022-01-02 03:04:05,FIELD_MALFORMED num",
    "1,10000-01-02 03:04:05,FIELD_MALFORMED date"
  })
  void badDiscussionsAreRefusedByName(String number, String date, String refusal) throws Exception {
    Dumps.archive(
        file,
        Map.of(
            "repository.csv",
            "id\n",
            "discussion.csv",
            "num,repo_id,author,title,status,created_at,is_pull_request\n%s,models/a,,,,%s,0\n"
                .formatted(number, date)));

    assertThat(read("")).containsExactly("1 " + refusal);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 9, 10, 11, 5_000})
  void pagesOfAnySizeHaveTheSameRecordsAcrossTheKinds(long pageSize) throws Exception {
    Dumps.archive(file, TABLES_11);
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    try (Connection connection = DuckDb.open(file, scratch)) {
      HfCommunityDump dump = new HfCommunityDump(connection, file, scratch, pageSize);
      List<String> records = new ArrayList<>();
      boolean last = false;
      while (!last) {
        Dump.Page page = dump.page(records.size());
        List<String> of = select(connection, page.query());
        assertThat(of).hasSizeBetween(1, (int) pageSize);
        records.addAll(of);
        last = page.last();
      }

      assertThat(records).hasSize(10).doesNotHaveDuplicates();
      assertThat(dump.size()).isEqualTo(10);
      List<Object> read = read("");
      CommunityRecordParser parser = new CommunityRecordParser(ArtifactKind.MODEL);
      for (int i = 0; i < 10; i++) {
        assertThat((Object) parser.parse(records.get(i).getBytes("UTF-8"))).isEqualTo(read.get(i));
      }
      assertThat(dump.page(10)).matches(Dump.Page::last);
      assertThat(select(connection, dump.page(10).query())).isEmpty();
    }
  }

  @Test
  void readingGoesOnAtACheckpointAmongAnyOfTheKinds() throws Exception {
    Dumps.archive(file, TABLES_11);
    List<Object> all = read("");

    for (int read = 0; read <= all.size(); read++) {
      assertThat(read(Integer.toString(read))).isEqualTo(all.subList(read, all.size()));
    }
  }

  @Test
  void aCheckpointAmongManyCommitsIsFoundAgain() throws Exception {
    StringBuilder commits =
        new StringBuilder("sha,repo_id,message,author_date,author_tz,author_name\n");
    IntStream.range(0, 12_000)
        .forEach(
            i ->
                commits.append(
                    "%040x,models/m%d,m,2022-01-02 03:04:05,0,ann\n".formatted(i, 2 - i % 3)));
    Dumps.archive(
        file,
        Map.of("repository.csv", "id\nmodels/m0\nmodels/m1\n", "commits.csv", commits.toString()));
    List<Object> all = read("");

    assertThat(all).hasSize(12_002);
    assertThat(all.stream().skip(2).map(record -> ((Commit) record).artifact()).distinct())
        .containsExactly("models/m0", "models/m1", "models/m2");
    assertThat(((Commit) all.get(2)).id()).isEqualTo("%040x".formatted(2));
    for (int read : List.of(2, 5_001, 5_002, 5_003, 12_001)) {
      assertThat(read(Integer.toString(read))).isEqualTo(all.subList(read, all.size()));
    }
  }

  @Test
  void tablesWithoutWhatTellsACommitsRepositoryAreUnreadable() throws Exception {
    Map<String, String> tables = new HashMap<>();
    tables.put("repository.csv", "id\nmodels/a\n");
    tables.put("commits.csv", "sha,timestamp,message,author\n");
    assertUnreadable(tables, "must contain the tables file and files_in_commit");
    tables.put("file.csv", "id,filename,repo_id\n");
    tables.put("files_in_commit.csv", "sha\n");
    assertUnreadable(tables, "must have the column file_id in the table files_in_commit");
    tables.put("commits.csv", "sha,repo_id\n");
    assertUnreadable(
        tables, "must have the columns author_date, message, author_name in the table commits");
    tables.remove("commits.csv");
    tables.put("discussion.csv", "num,repo_id\n");
    assertUnreadable(tables, "must have the columns author, title, status, created_at");
  }

  private void assertUnreadable(Map<String, String> tables, String rule) throws IOException {
    Dumps.archive(file, tables);
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> read(""))
        .withMessageStartingWith(rule);
  }

  private List<Object> read(String checkpoint) throws IOException {
    return Dumps.read(file, FileFormat.HF_COMMUNITY, ArtifactKind.MODEL, checkpoint);
  }

  private static List<String> select(Connection connection, String query) throws Exception {
    List<String> records = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        records.add(rows.getString(1));
      }
    }
    return records;
  }

  private static Commit commit(
      String artifact, String sha, String time, String title, String message, String... authors) {
    return new Commit(artifact, sha, Instant.parse(time), title, message, List.of(authors));
  }

  private static Discussion discussion(
      String artifact,
      long number,
      String title,
      String status,
      boolean pullRequest,
      String author,
      String time) {
    return new Discussion(
        artifact, number, title, status, pullRequest, author, Instant.parse(time));
  }
}
