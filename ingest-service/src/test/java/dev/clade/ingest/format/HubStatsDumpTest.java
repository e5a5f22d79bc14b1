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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubStatsDumpTest {
  private static final Artifact EXPECTED =
      new Artifact(
          "models/a/b",
          Instant.parse("2024-01-02T03:04:05.678Z"),
          5,
          3,
          "fill-mask",
          "peft",
          List.of("mit"),
          List.of("en"),
          List.of("en", "base_model:quantized:a/c"),
          List.of(
              new Relation(RelationType.QUANTIZED, "models/a/c"),
              new Relation(RelationType.TRAINED_ON, "datasets/glue")),
          new HubState(
              "65a1",
              Instant.parse("2024-02-03T04:05:06Z"),
              "c0ffee",
              Availability.GATED,
              null,
              List.of(),
              ""),
          new Content(
              7_000,
              List.of(),
              List.of("README.md", "model.safetensors"),
              "{\"license\":\"mit\",\"datasets\":[\"glue\"]}"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("models.parquet");
  }

  @Test
  void tablesWithTextsForWhatIsNestedAreUnderstood() throws Exception {
    Dumps.parquet(
        file,
        """
        SELECT 'a/b' AS id, '65a1' AS _id, 'a' AS author, 'c0ffee' AS sha,
          TIMESTAMP '2024-01-02 03:04:05.678' AS "createdAt",
          TIMESTAMPTZ '2024-02-03 06:05:06+02' AS "lastModified",
          5::BIGINT AS downloads, 3::INTEGER AS likes, 'fill-mask' AS pipeline_tag,
          'peft' AS library_name, ['en', 'base_model:quantized:a/c'] AS tags, 'manual' AS gated,
          false AS private, NULL::BOOLEAN AS disabled,
          '{"license": "mit", "datasets": ["glue"]}' AS "cardData",
          '[{"rfilename": "README.md"}, {"rfilename": "model.safetensors"}]' AS siblings,
          '{"parameters": {"F32": 7000}, "total": 7000}' AS safetensors,
          1.5 AS "trendingScore", {'x': 1} AS config
        """);

    assertThat(artifacts()).containsExactly(EXPECTED);
  }

  @Test
  void tablesWithTypesForWhatIsNestedAreUnderstood() throws Exception {
    Dumps.parquet(
        file,
        """
        SELECT 'a/b' AS id, '65a1' AS _id, 'c0ffee' AS sha,
          '2024-01-02T03:04:05.678Z' AS "createdAt", '2024-02-03 04:05:06' AS "lastModified",
          5.0::DOUBLE AS downloads, '3' AS likes, 'fill-mask' AS pipeline_tag,
          'peft' AS library_name, '["en","base_model:quantized:a/c"]' AS tags, 'True' AS gated,
          'False' AS private, 0 AS disabled,
          {'license': 'mit', 'language': NULL::VARCHAR, 'datasets': ['glue']} AS "cardData",
          [{'rfilename': 'README.md'}, {'rfilename': 'model.safetensors'}] AS siblings,
          {'parameters': {'F32': 7000}, 'total': 7000} AS safetensors
        """);

    assertThat(artifacts()).containsExactly(EXPECTED);
  }

  @Test
  void columnsThatATableDoesNotHaveAreUnknown() throws Exception {
    Dumps.parquet(file, "SELECT 'gpt2' AS id, ['README.md'] AS siblings, 'nan'::FLOAT AS likes");

    Artifact artifact = artifacts().getFirst();
    assertThat(artifact.name()).isEqualTo("models/gpt2");
    assertThat(artifact.likeCount()).isZero();
    assertThat(artifact.hub()).isEqualTo(HubState.UNKNOWN);
    assertThat(artifact.content().files()).containsExactly("README.md");
  }

  @Test
  void theKindIsTheOneAskedFor() throws Exception {
    Dumps.parquet(
        file,
        """
        SELECT 'a/chat' AS id, 'gradio' AS sdk, ['a/b', 'gpt2'] AS models, ['glue'] AS datasets,
          ['gradio'] AS tags
        """);

    Artifact artifact = Dumps.artifacts(file, FileFormat.HUB_STATS, ArtifactKind.SPACE).getFirst();
    assertThat(artifact.name()).isEqualTo("spaces/a/chat");
    assertThat(artifact.library()).isEqualTo("gradio");
    assertThat(artifact.relations())
        .containsExactlyInAnyOrder(
            new Relation(RelationType.USED_IN, "models/a/b"),
            new Relation(RelationType.USED_IN, "models/gpt2"),
            new Relation(RelationType.USED_IN, "datasets/glue"));
  }

  @Test
  void badRowsAreRefusedByNameAndTheOthersRead() throws Exception {
    Dumps.parquet(
        file,
        """
        SELECT * FROM (VALUES
          ('a', '1', '2024-01-02T03:04:05Z', '[]', ''), (NULL, '1', NULL, NULL, NULL),
          ('a b', '1', NULL, NULL, NULL), ('b', 'many', NULL, NULL, NULL),
          ('c', '-1', NULL, NULL, NULL), ('d', '99999999999999999999', NULL, NULL, NULL),
          ('e', '1.5', NULL, NULL, NULL), ('f', '1', 'yesterday', NULL, NULL),
          ('g', '1', NULL, '[1]', NULL), ('h', '1', NULL, NULL, '{not json'),
          ('i', '1', NULL, NULL, '[7]'), ('j', '1', NULL, 'x' || chr(0), NULL))
          AS row(id, likes, "createdAt", tags, "cardData")
        """);

    assertThat(outcomes(""))
        .containsExactly(
            "models/a",
            "2 FIELD_MISSING id",
            "3 FIELD_MALFORMED id",
            "4 FIELD_MALFORMED likes",
            "5 FIELD_OUT_OF_RANGE likes",
            "6 FIELD_OUT_OF_RANGE likes",
            "7 FIELD_MALFORMED likes",
            "8 FIELD_MALFORMED created_at",
            "9 FIELD_MALFORMED tags",
            "models/h",
            "models/i",
            "12 FIELD_MALFORMED tags");
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedInEveryRow() throws Exception {
    Dumps.parquet(file, "SELECT 7 AS id UNION ALL SELECT 8");

    assertThat(outcomes("")).containsExactly("1 FIELD_MALFORMED id", "2 FIELD_MALFORMED id");
  }

  @Test
  void aRecordThatIsTooLongComesInPart() throws Exception {
    Dumps.parquet(
        file,
        """
        SELECT 'a' AS id, ['é' || repeat('x', %d)] AS tags UNION ALL SELECT 'b', []
        """
            .formatted(Dumps.LONGEST_RECORD));

    try (Records records = open("")) {
      Line line = records.next();
      assertThat(line.complete()).isFalse();
      assertThat(line.bytes()).hasSize(Records.KEPT_OF_LONGER_RECORD);
      assertThat(line.size()).isGreaterThan(Dumps.LONGEST_RECORD);
      assertThat(records.next().number()).isEqualTo(2);
    }
    assertThat(outcomes("")).containsExactly("1 LINE_TOO_LONG ", "models/b");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2_047, 2_048, 9_999, 10_000})
  void readingGoesOnWhereACheckpointSays(long read) throws Exception {
    Dumps.parquet(file, "SELECT 'm' || range AS id FROM range(10000)");
    String checkpoint = "";
    try (Records records = open("")) {
      for (long i = 0; i < read; i++) {
        records.next();
      }
      checkpoint = read == 0 ? "" : records.checkpoint();
      assertThat(records.readBytes()).isEqualTo(Files.size(file) * read / 10_000);
    }

    List<String> rest = outcomes(checkpoint);

    assertThat(rest).isEqualTo(outcomes("").subList((int) read, 10_000));
    try (Records records = open(checkpoint)) {
      Line next = records.next();
      assertThat(next == null ? 10_001 : next.number()).isEqualTo(read + 1);
    }
  }

  @Test
  void filesThatAreNoTablesAreUnreadable() throws Exception {
    Files.write(file, new byte[0]);
    assertUnreadable("must be a whole Parquet file");
    Files.writeString(file, "id\tcreated_at\n".repeat(1_000));
    assertUnreadable("must be a whole Parquet file");
    Dumps.parquet(file, "SELECT 'a' AS name");
    assertUnreadable("must have a column id");
  }

  @Test
  void aFileThatIsCutIsUnreadable() throws Exception {
    Dumps.parquet(file, "SELECT 'm' || range AS id FROM range(100000)");
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertUnreadable("must be a whole Parquet file");
    Files.write(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length));
    assertUnreadable("must be a whole Parquet file");
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    String temporary = System.setProperty("java.io.tmpdir", folder.toString());
    try {
      Dumps.parquet(file, "SELECT 'a' AS id");
      outcomes("");
      Files.writeString(file, "no table", StandardCharsets.UTF_8);
      assertUnreadable("must be a whole Parquet file");
    } finally {
      System.setProperty("java.io.tmpdir", temporary);
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  private void assertUnreadable(String rule) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> outcomes(""))
        .withMessageStartingWith(rule);
  }

  private List<Artifact> artifacts() throws IOException {
    return Dumps.artifacts(file, FileFormat.HUB_STATS, ArtifactKind.MODEL);
  }

  private List<String> outcomes(String checkpoint) throws IOException, SQLException {
    return Dumps.read(file, FileFormat.HUB_STATS, ArtifactKind.MODEL, checkpoint).stream()
        .map(outcome -> outcome instanceof Artifact artifact ? artifact.name() : outcome.toString())
        .toList();
  }

  private Records open(String checkpoint) throws IOException {
    return Records.open(
        file, FileFormat.HUB_STATS, ArtifactKind.MODEL, Dumps.LONGEST_RECORD, checkpoint);
  }
}
