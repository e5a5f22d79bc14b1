package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.Content;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.artifact.Relation;
import dev.clade.ingest.artifact.RelationType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HfCommunityDumpTest {
  /** The tables of version 1.1, with one repository of each kind. */
  private static final Map<String, String> TABLES =
      Map.of(
          "hfc/repository.csv",
          """
          id,name,type,author,sha,last_modified,private,card_data,gated,likes,disabled
          models/a/b,a/b,model,a,c0ffee,2023-05-06 07:08:09,0,"{""license"": ""mit"",
           ""x"": ""1,2""}",0,3,0
          datasets/glue,glue,dataset,NULL,beef,2023-05-06 07:08:09,0,{},1,4,0
          spaces/a/chat,a/chat,space,a,,\\N,1,,,0,
          """,
          "hfc/model.csv",
          """
          model_id,pipeline_tag,downloads,library_name,likes,config
          models/a/b,fill-mask,5,peft,3,"{""a"":1}"
          """,
          "hfc/dataset.csv",
          """
          dataset_id,description,citation,paperswithcode_id,downloads
          datasets/glue,"The ""GLUE"" tasks",,glue,50
          """,
          "hfc/space.csv",
          """
          space_id,sdk,stage
          spaces/a/chat,gradio,RUNNING
          """,
          "hfc/tags_in_repo.csv",
          """
          tag_name,repo_id
          license:mit,models/a/b
          task_categories:text-classification,datasets/glue
          en,models/a/b
          base_model:gpt2,models/a/b
          en,models/unknown
          NULL,models/a/b
          """,
          "hfc/repo_file.csv",
          """
          id,filename,repo_id,size
          1,README.md,models/a/b,10
          2,data/train.csv,datasets/glue,20
          3,"a,b.bin",models/a/b,30
          """,
          "hfc/models_in_space.csv",
          """
          model_id,space_id
          models/a/b,spaces/a/chat
          models/gpt2,spaces/a/chat
          """,
          "hfc/datasets_in_space.csv",
          """
          dataset_id,space_id
          datasets/glue,spaces/a/chat
          """,
          "hfc/modified_file.csv",
          "not needed, so never looked at\0");

  private static final Instant MODIFIED = Instant.parse("2023-05-06T07:08:09Z");

  private static final Artifact MODEL =
      new Artifact(
          "models/a/b",
          null,
          5,
          3,
          "fill-mask",
          "peft",
          List.of("mit"),
          List.of("en"),
          List.of("license:mit", "en", "base_model:gpt2"),
          List.of(new Relation(RelationType.UNSPECIFIED_DERIVATION, "models/gpt2")),
          new HubState("", MODIFIED, "c0ffee", Availability.PUBLIC, null, List.of(), ""),
          new Content(
              0,
              List.of(),
              List.of("README.md", "a,b.bin"),
              "{\"license\":\"mit\",\"x\":\"1,2\"}"));

  private static final Artifact DATASET =
      new Artifact(
          "datasets/glue",
          null,
          50,
          4,
          "text-classification",
          "",
          List.of(),
          List.of(),
          List.of("task_categories:text-classification"),
          List.of(),
          new HubState("", MODIFIED, "beef", Availability.GATED, null, List.of(), ""),
          new Content(0, List.of(), List.of("data/train.csv"), ""));

  private static final Artifact SPACE =
      new Artifact(
          "spaces/a/chat",
          null,
          0,
          0,
          "",
          "gradio",
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new Relation(RelationType.USED_IN, "datasets/glue"),
              new Relation(RelationType.USED_IN, "models/a/b"),
              new Relation(RelationType.USED_IN, "models/gpt2")),
          new HubState("", null, "", Availability.WITHHELD, null, List.of(), ""),
          Content.UNKNOWN);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("hfcommunity.zip");
  }

  @Test
  void theTablesOfVersion11GiveRepositoriesOfEveryKind() throws Exception {
    Dumps.archive(file, TABLES);

    assertThat(read("")).containsExactly(MODEL, DATASET, SPACE);
  }

  @Test
  void tablesInParquetGiveTheSame() throws Exception {
    Map<String, byte[]> entries = new TreeMap<>();
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      String name = table.getKey().substring("hfc/".length()).replace(".csv", "");
      if (name.equals("modified_file")) {
        continue;
      }
      Path csv = Files.writeString(folder.resolve(name + ".csv"), table.getValue());
      Path parquet =
          Dumps.parquet(
              folder.resolve(name + ".parquet"),
              "SELECT * FROM read_csv('%s', header = true, nullstr = ['', 'NULL', '\\N'])"
                  .formatted(csv));
      entries.put(name + ".parquet", Files.readAllBytes(parquet));
    }
    Files.write(file, Dumps.zip(entries));

    assertThat(read("")).containsExactly(MODEL, DATASET, SPACE);
  }

  @Test
  void theTablesOfVersion10AreUnderstoodAndThoseThatAreNotThereAreEmpty() throws Exception {
    Dumps.archive(
        file,
        Map.of(
            "repository.csv",
            """
            id,name,type,author,sha,last_modified,private,card_data,gated,likes
            a/b,a/b,model,a,c0ffee,2023-05-06 07:08:09,0,,0,3
            """,
            "file.csv",
            "id,filename,repo_id\n1,README.md,a/b\n",
            "tags_in_repo.csv",
            "tag_name,repo_id\n"));

    Artifact artifact = (Artifact) read("").getFirst();
    assertThat(artifact.name()).isEqualTo("models/a/b");
    assertThat(artifact.likeCount()).isEqualTo(3);
    assertThat(artifact.content().files()).containsExactly("README.md");
  }

  @Test
  void badRowsAreRefusedByNameAndTheOthersRead() throws Exception {
    repositories(
        "models/a b,model,1", "what/ever/c,plugin,1", ",model,1", "models/b,,x", "models/c,,1");

    assertThat(names(""))
        .containsExactly(
            "1 FIELD_MALFORMED id",
            "2 FIELD_MALFORMED repoType",
            "3 FIELD_MISSING id",
            "4 FIELD_MALFORMED likes",
            "models/c");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9_999, 10_000, 10_001, 25_000})
  void readingGoesOnWhereACheckpointSays(int read) throws Exception {
    String[] rows =
        IntStream.range(0, 25_000)
            .mapToObj(i -> "models/m" + i + ",model,1")
            .toArray(String[]::new);
    repositories(rows);
    List<String> all = names("");
    assertThat(all).hasSize(25_000).startsWith("models/m0").endsWith("models/m24999");

    try (Records records = open("")) {
      for (int i = 0; i < read; i++) {
        records.next();
      }
      assertThat(names(read == 0 ? "" : records.checkpoint())).isEqualTo(all.subList(read, 25_000));
    }
  }

  @Test
  void pathsThatLeadOutOfTheArchiveAreRefused() throws Exception {
    for (String name :
        List.of(
            "../repository.csv",
            "a/../../repository.csv",
            "/repository.csv",
            "..\\repository.csv")) {
      Dumps.archive(file, Map.of(name, "id\n"));
      assertUnreadable("must not contain paths that lead out of it");
    }
    assertThat(folder.resolve("repository.csv")).doesNotExist();
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsRefused() throws Exception {
    byte[] zeros = new byte[1024 * 1024];
    try (OutputStream to = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(to)) {
      zip.putNextEntry(new ZipEntry("repository.csv"));
      for (int i = 0; i < 65; i++) {
        zip.write(zeros);
      }
    }

    assertUnreadable("must unpack to at most 32 times its size");
  }

  @Test
  void filesThatAreNoSuchArchiveAreUnreadable() throws Exception {
    Files.write(file, new byte[0]);
    assertUnreadable("must be a whole zip archive");
    Files.writeString(file, "id,name\n".repeat(100));
    assertUnreadable("must be a whole zip archive");
    Dumps.archive(file, TABLES);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertUnreadable("must be a whole zip archive");
    Dumps.archive(file, Map.of("model.csv", "model_id\n"));
    assertUnreadable("must contain the table repository");
    Dumps.archive(file, Map.of("a/repository.csv", "id\n", "b/repository.csv", "id\n"));
    assertUnreadable("must contain the table repository once");
    Dumps.archive(file, Map.of("repository.csv", "name\na\n"));
    assertUnreadable("must have the column id in the table repository");
    Dumps.archive(file, Map.of("repository.csv", "id\nmodels/a\n", "tags_in_repo.csv", "tag\nx\n"));
    assertUnreadable("must have the columns repo_id, tag_name in the table tags_in_repo");
    Dumps.archive(file, Map.of("repository.csv", "id,likes\nmodels/a,1,2,3\n"));
    assertUnreadable("must be a zip archive of HFCommunity's tables");
    Dumps.archive(file, Map.of("repository.csv", "id,id\nmodels/a,1\n"));
    assertUnreadable("must have a header line of different names in the table repository.csv");
    Dumps.archive(file, Map.of("repository.csv", "id,sha\nmodels/a,\"not closed\n"));
    assertUnreadable("must be a zip archive of HFCommunity's tables");
    Files.write(
        file, Dumps.zip(Map.of("repository.parquet", "no table".getBytes(StandardCharsets.UTF_8))));
    assertUnreadable("must be a zip archive of HFCommunity's tables");
  }

  @Test
  void aTableThatWasChangedInTheArchiveIsUnreadable() throws Exception {
    repositories("models/a,model,1");
    byte[] archive = Files.readAllBytes(file);
    String central = new String(archive, StandardCharsets.ISO_8859_1);
    archive[central.lastIndexOf("PK\1\2") + 16] ^= 1;
    Files.write(file, archive);

    assertUnreadable("must be a whole zip archive");
  }

  private void repositories(String... rows) throws IOException {
    Dumps.archive(
        file,
        Map.of(
            "repository.csv",
            Arrays.stream(rows).collect(Collectors.joining("\n", "id,type,likes\n", "\n"))));
  }

  private void assertUnreadable(String rule) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> read(""))
        .withMessageStartingWith(rule);
  }

  private List<String> names(String checkpoint) throws IOException {
    return read(checkpoint).stream()
        .map(outcome -> outcome instanceof Artifact artifact ? artifact.name() : outcome.toString())
        .toList();
  }

  private List<Object> read(String checkpoint) throws IOException {
    return Dumps.read(file, FileFormat.HF_COMMUNITY, ArtifactKind.MODEL, checkpoint);
  }

  private Records open(String checkpoint) throws IOException {
    return Records.open(
        file, FileFormat.HF_COMMUNITY, ArtifactKind.MODEL, Dumps.LONGEST_RECORD, checkpoint);
  }
}
