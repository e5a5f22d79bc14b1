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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeaTmossDumpTest {
  private static final String METADATA =
      """
      [
        {"context_id": "a/b", "model_hub": "HuggingFace", "repo_url": "https://huggingface.co/a/b",
         "sha": "c0ffee", "downloads": 5, "likes": 3, "architectures": ["BertForMaskedLM"],
         "authors": ["a"], "datasets": ["glue", "dataset:glue", "squad"], "framework": ["bert"],
         "language": ["en"], "library": ["pytorch", "transformers"],
         "license": ["license:mit", "mit"], "paper": ["https://arxiv.org/abs/1810.04805"],
         "tags": ["bert", "fill-mask"],
         "discussions": [{"title": "t", "num": 1, "events": [{"id": "e"}]}],
         "commits": [{"commit_id": "c0ffee", "authors": ["a"], "message": ""}]},
        {"context_id": "gpt2", "repo_url": "https://huggingface.co/gpt2", "sha": null,
         "downloads": null, "likes": 0, "license": "mit", "tags": null, "library": []}
      ]
      """;

  private static final Artifact FIRST =
      new Artifact(
          "models/a/b",
          null,
          5,
          3,
          "",
          "transformers",
          List.of("mit"),
          List.of("en"),
          List.of(
              "bert",
              "fill-mask",
              "pytorch",
              "transformers",
              "en",
              "license:mit",
              "dataset:glue",
              "dataset:squad",
              "arxiv:1810.04805"),
          List.of(
              new Relation(RelationType.TRAINED_ON, "datasets/glue"),
              new Relation(RelationType.TRAINED_ON, "datasets/squad"),
              new Relation(RelationType.PAPER, "papers/1810.04805")),
          new HubState("", null, "c0ffee", Availability.UNKNOWN, null, List.of(), ""),
          new Content(0, List.of("pytorch"), List.of(), ""));

  private static final Artifact SECOND =
      new Artifact(
          "models/gpt2",
          null,
          0,
          0,
          "",
          "",
          List.of("mit"),
          List.of(),
          List.of("license:mit"),
          List.of(),
          HubState.UNKNOWN,
          Content.UNKNOWN);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("HF_models.json");
  }

  @Test
  void whatWasTakenApartIsPutTogetherAgain() throws Exception {
    Files.writeString(file, METADATA);

    assertThat(Dumps.artifacts(file, FileFormat.PEATMOSS, ArtifactKind.MODEL))
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void gzipIsRecognized() throws Exception {
    compress();

    assertThat(Dumps.artifacts(file, FileFormat.PEATMOSS, ArtifactKind.MODEL))
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void badRecordsAreRefusedByNameAndTheOthersRead() throws Exception {
    Files.writeString(
        file,
        """
        [{"context_id": "a"}, {"likes": 1}, {"context_id": 7}, {"context_id": "b", "likes": "x"},
         {"context_id": "c", "downloads": -1}, {"context_id": "d", "tags": {"x": 1}},
         {"context_id": "resnet", "repo_url": "https://pytorch.org/hub/resnet"},
         {"context_id": "e", "tags": "one"}]
        """);

    assertThat(names(""))
        .containsExactly(
            "models/a",
            "2 FIELD_MISSING id",
            "3 FIELD_MALFORMED id",
            "4 FIELD_MALFORMED likes",
            "5 FIELD_OUT_OF_RANGE downloads",
            "models/d",
            "7 FIELD_MALFORMED id",
            "models/e");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2_048, 4_999, 5_000})
  void readingGoesOnWhereACheckpointSays(int read) throws Exception {
    Files.writeString(
        file,
        IntStream.range(0, 5_000)
            .mapToObj("{\"context_id\": \"m%d\"}"::formatted)
            .collect(Collectors.joining(",\n", "[", "]")));
    List<String> all = names("");
    assertThat(all).hasSize(5_000).startsWith("models/m0").endsWith("models/m4999");

    try (Records records = open()) {
      for (int i = 0; i < read; i++) {
        records.next();
      }
      assertThat(names(records.checkpoint())).isEqualTo(all.subList(read, 5_000));
    }
  }

  @Test
  void filesThatAreNoSuchListAreUnreadable() throws Exception {
    for (String content :
        List.of(
            "",
            "{\"context_id\": \"a\"}",
            "[{\"context_id\": \"a\"}, {\"con",
            "[{\"context_id\": \"a\"},",
            "[{\"context_id\": \"a\"}",
            "[{\"context_id\": \"a\"}] x",
            "[{\"context_id\": \"a\"}, 7]",
            "[]]",
            "a,b\n1,2\n")) {
      Files.writeString(file, content);
      assertThatExceptionOfType(UnreadableFileException.class)
          .as("<%s>", content)
          .isThrownBy(() -> names(""))
          .withMessageStartingWith("must be a whole JSON list");
    }
  }

  @Test
  void damagedCompressionIsUnreadable() throws Exception {
    compress();
    byte[] whole = Files.readAllBytes(file);

    for (int length : List.of(whole.length / 2, whole.length - 8, whole.length - 1, 12)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> names(""));
    }
  }

  private void compress() throws IOException {
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
      to.write(METADATA.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> names(String checkpoint) throws IOException {
    return Dumps.read(file, FileFormat.PEATMOSS, ArtifactKind.MODEL, checkpoint).stream()
        .map(outcome -> outcome instanceof Artifact artifact ? artifact.name() : outcome.toString())
        .toList();
  }

  private Records open() throws IOException {
    return Records.open(file, FileFormat.PEATMOSS, ArtifactKind.MODEL, Dumps.LONGEST_RECORD, "");
  }
}
